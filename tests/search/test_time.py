import time
from tests.rows import *
from briefs.workflow.publish import publish
def test_t(student, attorney):
    t=time.time()
    for i in range(5):
        o=make_opinion(student,text=TEXT+f"\n\nNumber {i}.\n"); print('op',time.time()-t); b=make_brief(o,student); print('br',time.time()-t); publish(b,by=attorney); print('pub',time.time()-t)
