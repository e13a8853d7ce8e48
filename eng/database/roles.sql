-- The two roles of the portal and its database, on a server of one's own. Run once as a superuser:
--   GREENDEV_DB_OWNER_PASSWORD=… GREENDEV_DB_PASSWORD=… psql -v ON_ERROR_STOP=1 -d postgres -f eng/database/roles.sql
-- docker-compose.yml runs it when the database is made. The portal gives greendev_portal its rights on the tables itself,
-- whenever it migrates: ConnectionStrings__GreenDevOwner as greendev_owner, ConnectionStrings__GreenDev as greendev_portal.
\getenv owner_password GREENDEV_DB_OWNER_PASSWORD
\getenv portal_password GREENDEV_DB_PASSWORD
CREATE ROLE greendev_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';
CREATE ROLE greendev_portal LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'portal_password';
CREATE DATABASE greendev OWNER greendev_owner ENCODING 'UTF8' TEMPLATE template0;
