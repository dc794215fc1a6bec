"""Words that tell nothing of what a question is about."""

# What asks and joins: articles, pronouns, auxiliary verbs, prepositions. Texts have them, whatever they are about.
IDLE = frozenset(
    """a about after all also am an and another any anybody anyone anything are as at be because been before being but
    by can cannot could did do does doing don't done during each either else ever every everybody everyone for from
    get gets getting give given gives go goes got had happen happens has have having he her hers him his how however
    i if in into is isn't it its itself just let make makes may me might more most mr mrs ms must my neither no
    nobody nor not nothing of off on one one's only or other others ought our out over own please sec secs section
    sections shall she should so some somebody someone something still such tell than that the their them then there
    these they this those through to too under until up upon us very want wants was we were what whatever when where
    whether which while who whoever whom whose why will with within without would yet you your""".split()
)

# The stop words of PostgreSQL's English (english.stop): no text is known to have them.
STOPPED = frozenset(
    """i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers
    herself it its itself they them their theirs themselves what which who whom this that these those am is are was
    were be been being have has had having do does did doing a an the and but if or because as until while of at by
    for with about against between into through during before after above below to from up down in out on off over
    under again further then once here there when where why how all any both each few more most other some such no
    nor not only own same so than too very s t can will just don should now""".split()
)
