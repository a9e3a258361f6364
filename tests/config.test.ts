import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

describe('readConfig', () => {
  it('has a default for everything but the token', () => {
    expect(readConfig({})).toEqual({
      token: undefined,
      guildId: undefined,
      apiUrl: undefined,
      seedsDir: 'seeds',
      cacheDir: '.cache',
      databaseUrl: undefined,
      libraryDir: '.library',
      limits: { articles: 100, bytes: 100 * 1024 * 1024, uploadsPerDay: 50 },
      serversBytes: undefined,
      logLevel: 'info',
      healthPort: undefined,
      shards: undefined,
      shardCount: undefined,
      questionMs: 2_000,
      completionMs: 300,
      pageMs: 30_000,
      silenceMs: 30_000,
    });
  });

  it('takes blank for absent and does not mind padding', () => {
    const config = readConfig({ DISCORD_TOKEN: '   ', LOG_LEVEL: ' warn ', HEALTH_PORT: '', SEEDS_DIR: '\t' });
    expect(config).toMatchObject({ token: undefined, logLevel: 'warn', healthPort: undefined, seedsDir: 'seeds' });
    expect(readConfig({ DISCORD_TOKEN: ' abc.def ' }).token).toBe('abc.def');
  });

  it.each(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])('takes the log level %s', (level) => {
    expect(readConfig({ LOG_LEVEL: level }).logLevel).toBe(level);
  });

  it('reads where libraries are kept, and how much', () => {
    const databaseUrl = 'postgres://bot:secret@db.example/library';
    const config = readConfig({ DATABASE_URL: ` ${databaseUrl} `, LIMIT_MEGABYTES: '2', LIMIT_ARTICLES: '3' });
    expect(config).toMatchObject({ databaseUrl, limits: { articles: 3, bytes: 2_097_152, uploadsPerDay: 50 } });
  });

  it('reads how much memory servers’ libraries may take', () => {
    expect(readConfig({ SERVERS_MEGABYTES: '64' }).serversBytes).toBe(67_108_864);
  });

  it('reads shard ranges', () => {
    expect(readConfig({ SHARDS: '0-2,5', SHARD_COUNT: '8' })).toMatchObject({ shards: [0, 1, 2, 5], shardCount: 8 });
  });

  it.each([
    ['DISCORD_TOKEN', 'se cret'],
    ['DISCORD_GUILD_ID', 'my-guild'],
    ['DISCORD_API_URL', 'ftp://secret.example'],
    ['LOG_LEVEL', 'chatty'],
    ['LOG_LEVEL', 'INFO'],
    ['LOG_LEVEL', '30'],
    ['LOG_LEVEL', '__proto__'],
    ['HEALTH_PORT', '70000'],
    ['HEALTH_PORT', '80x'],
    ['DATABASE_URL', 'mysql://somebody:secret@example.org/library'],
    ['DATABASE_URL', 'secret'],
    ['LIMIT_ARTICLES', 'many'],
    ['LIMIT_MEGABYTES', '0'],
    ['SERVERS_MEGABYTES', '0'],
    ['SERVERS_MEGABYTES', '1.5'],
    ['LIMIT_UPLOADS_PER_DAY', '-10'],
    ['SHARDS', 'all'],
    ['SHARDS', '0'],
    ['SHARDS', '3-1'],
    ['SHARDS', '0-999999'],
    ['SHARD_COUNT', '0'],
    ['QUESTION_DEADLINE_MS', '0'],
    ['SILENCE_LIMIT_MS', '2999'],
  ])('names %s when it is %s, without its value', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(name);
    expect(read).not.toThrow(value.length > 2 ? value : 'never printed');
  });

  it('says each mistake once', () => {
    expect(() => readConfig({ SHARDS: 'all' })).toThrow(/^SHARDS is no list of shard numbers like 0,1 or 0-3$/);
  });

  it('takes a shard once however often it is named, and as many as are named', () => {
    expect(readConfig({ SHARDS: '1,0-1', SHARD_COUNT: '2' }).shards).toEqual([1, 0]);
    expect(readConfig({ SHARDS: '0-1999', SHARD_COUNT: '2000' }).shards).toHaveLength(2000);
  });

  it('refuses a shard beyond the count', () => {
    expect(() => readConfig({ SHARDS: '0-4', SHARD_COUNT: '4' })).toThrow('SHARD_COUNT');
  });
});
