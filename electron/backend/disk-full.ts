const fullCodes = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT'])

/** SQLite or the file system found no room: the disk is full, or this user's part of it. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && fullCodes.has(String(error.code))
}
