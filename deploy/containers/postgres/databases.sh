#!/bin/bash
# At the first start: the role and the databases of the services, and the role by which the replica follows.
set -euo pipefail
psql -q -o /dev/null -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v services="$DATABASE_PASSWORD" -v replica="$REPLICATION_PASSWORD" <<'SQL'
create role carte login password :'services';
create role replica login replication password :'replica';
create database menu_west owner carte;
create database menu_east owner carte;
create database menu_north owner carte;
create database orders owner carte;
select pg_create_physical_replication_slot('replica');
SQL
echo 'host replication replica all scram-sha-256' >> "$PGDATA/pg_hba.conf"
