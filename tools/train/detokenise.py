# SPDX-License-Identifier: BSL-1.0
"""Turns a tokenised article of the data set that tools/train/pages names into the text that was labelled.

usage: detokenise.py FILE.txt.seg > NAME.txt
"""

import re
import sys
from pathlib import Path
def detok(s):
    out=[]
    for line in s.split('\n'):
        line=line.replace('_',' ').strip()
        line=re.sub(r'\s+([,.;:!?%)\]…])',r'\1',line)
        line=re.sub(r'([(\[])\s+',r'\1',line)
        line=re.sub(r'\s*/\s*','/',line)
        # quotes: pair them up
        parts=line.split('"')
        if len(parts)>1:
            o=parts[0]
            for i,p in enumerate(parts[1:],1):
                if i%2: o=o.rstrip()+(' ' if o.strip() and not o.rstrip().endswith(('(','[')) else '')+'"'+p.strip()
                else:
                    o=o.rstrip()+'"'+((' ' if p and not re.match(r'\s*[,.;:!?)]',p) else '')+p.strip() if p.strip() else '')
            line=o
        line=re.sub(r'“\s+','“',line); line=re.sub(r'\s+”','”',line)
        line=re.sub(r"‘\s+","‘",line); line=re.sub(r"\s+’","’",line)
        line=re.sub(r'\s{2,}',' ',line)
        out.append(line)
    return '\n'.join(out).strip()+'\n'


if __name__ == "__main__":
    sys.stdout.write(detok(Path(sys.argv[1]).read_text(encoding="utf-8")))
