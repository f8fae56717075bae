-- Who stands in for a handler who is away (代理制度).
create table case_deputy (
  account    text primary key references account (name),
  deputy     text not null references account (name),
  from_day   date not null,
  until_day  date not null,
  check (account <> deputy and from_day <= until_day)
);
create index case_deputy_deputy on case_deputy (deputy);

-- Lists of cases that somebody asks for again and again.
create table case_filter (
  account    text not null references account (name),
  name       text not null,
  query      text not null,
  primary key (account, name)
);
