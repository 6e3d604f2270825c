import type { EntityManager, ObjectLiteral } from 'typeorm';

/**
 * Runs one statement that ends with RETURNING, with its parameters written as `:name`, and gives the rows. It decides
 * and tells in one step what two statements could only look at and then do.
 */
export async function returnedRows<Row>(
  manager: EntityManager,
  statement: string,
  parameters: ObjectLiteral,
): Promise<Row[]> {
  const [text, values] = manager.dataSource.driver.escapeQueryWithParameters(statement, parameters);
  const answer = await manager.query<Row[] | [Row[], number]>(text, values);
  // The driver of PostgreSQL tells beside the rows of an UPDATE or DELETE how many there are.
  const [first, count] = answer;
  return Array.isArray(first) && typeof count === 'number' ? first : (answer as Row[]);
}
