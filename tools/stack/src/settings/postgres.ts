/** Settings of the database server: enough connections for two API processes and the job, commits that survive a power cut. */
export const postgresSettings = {
  max_connections: '150',
  shared_buffers: '128MB',
  jit: 'off',
  log_min_messages: 'warning',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_wal_size: '1GB',
  synchronous_commit: 'on',
} as const;

export const databaseName = 'bball';
