"""Tiny problems, each with few enough choices to try every rota."""

TINY = {
    "nobody": "need L1 E1 -",
    "one person, a week": "Ann .L L - L L E S L",
    "two people, one car": "Ann:paramedic .N L E - L\nBob:regular .L - - - -",
    "two cars at once": "Ann\nneed L1+L2 E1+L2 -",
    "a volunteer": "Ann\nSam:special\ncrew p:paramedic o:special*1-2\n"
    "offer Sam S - S\nneed S - S",
    "a team's member": "Bob@A\nCal@A\nteam A/1 L L N - - -\nneed L L N -",
    "a paramedic who is also a Special": "Ann .L A L\nSam:special\nBob@A\n"
    "terms Sam same_as=Ann\nteam A E L -\noffer Sam S S S\n"
    "crew p:paramedic o:special>regular\nneed S L S",
    "a paramedic who is also in a team": "Ann\nBob@A\nterms Ann same_as=Bob\n"
    "team A L N E N -\nneed L1 L1+S2 M",
    "leave and training": "Ann - A - T\nBob:paramedic - - - -\nneed E L M -",
    "the clocks go forward": "start 2027-03-27\nAnn S L\nBob:special - -\n"
    "offer Bob S L",
    "pairs and skills": "Ann\nBob:regular\nCal:regular\nnever Ann Bob\n"
    "prefer Ann Cal\nskill Cal driving x -\nasks regular driving\n"
    "crew p:paramedic o:regular any:driving\nneed L - L",
    "what people wish": "Ann\nBob:regular\nSam:special\navoid Ann Bob - x\n"
    "mentor Bob Sam\nmentor Ann Sam x -\nwants Ann off*2 x -\nwants Bob work@2 x x\n"
    "terms Ann units=J1,J2\nterms Sam status=APS\norder J2 J1\n"
    "crew p:paramedic o:special>regular*1-2 any:driving\nskill Ann driving x x\n"
    "skill Bob driving - x\nneed L1 E2",
}
