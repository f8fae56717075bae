-- Agencies form a tree; '' is the installation itself and has no row.
create table agency (
  key        text primary key check (key <> ''),
  parent     text not null default '',
  name       jsonb not null,
  check (key <> parent)
);

create table account (
  name       text primary key,
  roles      text[] not null,
  agency     text not null,
  state      text not null check (state in ('active', 'suspended', 'disabled')),
  survey     text not null default '',
  until_at   timestamptz not null,
  opened_at  timestamptz not null,
  used_at    timestamptz not null,
  -- Argon2id, '' while no password has been chosen
  hash       text not null,
  former     text[] not null default '{}',
  change_due boolean not null
);
create index account_agency on account (agency);

create table session (
  id_hash    text primary key,
  account    text not null references account (name),
  started_at timestamptz not null,
  used_at    timestamptz not null,
  device     text not null
);
create index session_account on session (account);

create table setup_link (
  token_hash text primary key,
  purpose    text not null check (purpose in ('first_admin', 'password')),
  account    text not null,
  expires_at timestamptz not null
);

create table sign_in_attempt (
  name_hash  text primary key,
  failures   integer not null,
  last_at    timestamptz not null
);

-- Append only. Sealed afterwards by one job in the order of ids, so that writers do not wait for each other.
create table audit (
  id         bigint generated always as identity primary key,
  at         timestamptz not null,
  actor      text not null,
  agency     text not null,
  origin     text not null,
  what       text not null,
  object     text not null,
  result     text not null,
  seal       text not null default '',
  writer     xid8 not null default pg_current_xact_id()
);
create index audit_object on audit (object, id);
create index audit_unsealed on audit (id) where seal = '';

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.seal = '' and new.seal <> ''
     and (new.id, new.at, new.actor, new.agency, new.origin, new.what, new.object, new.result)
         is not distinct from (old.id, old.at, old.actor, old.agency, old.origin, old.what, old.object, old.result) then
    return new;
  end if;
  raise exception 'audit is append only';
end $$;
create trigger audit_append_only before update or delete on audit
  for each row execute function audit_is_append_only();
