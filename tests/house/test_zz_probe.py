import pytest
from tests.house.test_doors import *
def test_probe(things, cast):
    names=sorted(n for n in all_names() if n.startswith("canteen:"))
    out=[]
    for n in names:
        for m in ("GET","POST"):
            try:
                got=[str(knock(address(n, things), m, each)) for each in cast.values()]
            except Exception as e:
                got=["ERR "+n+" "+repr(e)[:300]]
            if set(got)!={"405"}: out.append(f"{n:<32} {m:<6} "+"  ".join(got))
        out.append("")
    open("/tmp/doors.out","w").write("\n".join(out))
