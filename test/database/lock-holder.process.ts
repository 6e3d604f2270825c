import { Sqlite } from '../../src/database/sqlite-driver';

/** lock-holder.process.ts FILE MS: holds the write lock of a SQLite file for some milliseconds and says when it has it. */
const database = new Sqlite(process.argv[2] ?? '');
database.exec('BEGIN IMMEDIATE');
process.stdout.write('locked\n');
setTimeout(() => {
  database.exec('COMMIT');
  database.close();
}, Number(process.argv[3]));
