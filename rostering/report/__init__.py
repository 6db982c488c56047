"""What people read: files, spreadsheets and pictures of a rota."""
