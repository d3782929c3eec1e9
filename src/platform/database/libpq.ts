/** The parameters of a connection URL, by the name that libpq gives it in the environment. */
const NAMES: Record<string, string> = {
  host: 'PGHOST',
  port: 'PGPORT',
  user: 'PGUSER',
  password: 'PGPASSWORD',
  dbname: 'PGDATABASE',
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
  options: 'PGOPTIONS',
  connect_timeout: 'PGCONNECT_TIMEOUT',
};

/**
 * The environment by which libpq finds the database of this URL: other users of the machine can read a program's
 * arguments, but not its environment. Variables that would lead libpq to another database are removed.
 */
export function libpqEnvironment(address: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname, searchParams } = new URL(address);
  const { PGSERVICE: _, PGSERVICEFILE: __, PGHOSTADDR: ___, ...rest } = env;
  const given: NodeJS.ProcessEnv = {
    PGHOST: decodeURIComponent(hostname).replace(/^\[(.*)\]$/, '$1'),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
  };
  for (const [name, value] of searchParams) if (NAMES[name]) given[NAMES[name]] = value;
  // a word of node-postgres: TLS without a look at the certificate, which is what libpq means by this one
  if (given.PGSSLMODE === 'no-verify') given.PGSSLMODE = 'require';
  return { ...rest, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)) };
}
