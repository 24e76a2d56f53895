-- The role by which the portal uses its database. It owns that database and nothing else, and is no superuser.
-- Runs once, when the database is made, as the owner of the server and connected to the portal's database.
do $$
declare
    password constant text := btrim(pg_read_file('/run/secrets/database_password'), E' \t\r\n');
begin
    if password = '' then
        raise exception 'The secret database_password is empty';
    end if;
    execute format('create role portal login password %L', password);
    execute format('alter database %I owner to portal', current_database());
    execute format('revoke all on database %I from public', current_database());
end
$$;
