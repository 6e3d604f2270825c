import { In, LessThanOrEqual, MoreThan } from 'typeorm';
import type { Database } from '../../../database/database';
import { UnitBoundary } from './unit-boundary.entity';

/** Fetches the areas of units. */
export class UnitBoundaryStore {
  constructor(private readonly database: Database) {}

  /** GeoJSON coordinates of the units' areas as revision `revision` shows them, in the order of the keys. One statement. */
  async coordinates(unitKeys: readonly string[], revision: number): Promise<(string | null)[]> {
    const where = {
      unitKey: In([...unitKeys]),
      revisionFrom: LessThanOrEqual(revision),
      revisionUntil: MoreThan(revision),
    };
    const rows = await this.database.readAt(revision, (manager) => manager.findBy(UnitBoundary, where));
    const byKey = new Map(rows.map((row) => [row.unitKey, row.coordinates]));
    return unitKeys.map((key) => byKey.get(key) ?? null);
  }
}
