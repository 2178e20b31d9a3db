/** Redis keeps what can be made again: a bounded cache that still survives a kill -9 by its append-only file. */
export const redisSettings = {
  appendonly: 'yes',
  appendfsync: 'everysec',
  save: '',
  maxmemory: '128mb',
  'maxmemory-policy': 'allkeys-lru',
} as const;

export const redisArguments = (): readonly string[] =>
  Object.entries(redisSettings).flatMap(([name, value]) => [`--${name}`, value]);
