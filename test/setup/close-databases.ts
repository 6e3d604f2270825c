import { closeTestDatabases } from './test-database';

afterAll(closeTestDatabases);
