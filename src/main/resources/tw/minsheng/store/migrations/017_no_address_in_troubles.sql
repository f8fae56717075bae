-- What the other side said of a notice may have repeated the address; new ones are hidden before they are written.
update notice set trouble = regexp_replace(trouble, '[^[:space:]<>"''(),;:]+@[^[:space:]<>"''(),;:]+', '＊＊＊', 'g')
where trouble like '%@%';
update notice n set trouble = '', reference = ''
from petition_case c where c.no = n.no and c.state = 'expired';
