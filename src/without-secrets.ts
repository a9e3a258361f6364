/**
 * The environment of a process that this one starts: what reads foreign text, or knows a library alone, is told neither
 * the bot's token nor the database's password.
 */
export function withoutSecrets(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DISCORD_TOKEN: _token, DATABASE_URL: _database, PGPASSWORD: _password, ...others } = environment;
  return others;
}
