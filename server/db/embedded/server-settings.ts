/**
 * How the built-in PostgreSQL runs. What makes a commit durable stays on; the rest suits one small machine
 * (2 cores, 4 GB) that serves one district. Given on the command line, so that a new version's values
 * reach an old data folder too.
 */
export const serverSettings: Readonly<Record<string, string>> = {
  // Durable: an acknowledged commit survives a crash of the process and of the machine.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',

  // Reached through a socket file in a private folder only, never over the network.
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',

  // Memory.
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',

  // Write-ahead log: no replicas, so the short form; rare, spread-out checkpoints.
  wal_level: 'minimal',
  max_wal_senders: '0',
  wal_buffers: '16MB',
  min_wal_size: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',

  // Short statements on few cores: no compilation, no helpers for one query, no reader processes.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '4',
  io_method: 'sync',
  random_page_cost: '1.1',

  // Append-mostly tables: keep the visibility map fresh for index-only scans.
  autovacuum_max_workers: '2',
  autovacuum_vacuum_insert_scale_factor: '0.05',
  autovacuum_analyze_scale_factor: '0.05',

  // Instants are stored as such; the one time zone of the service is stated in the law package.
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}

/** Command-line arguments for a set of settings. */
export function asArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
