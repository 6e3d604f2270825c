import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addFilledColumns, text } from '../migration-columns';

const TABLE = 'access_entry';
/** What stood in the ledger for those who have no name. */
const NAMELESS = {
  SEEKER: 'Người tra cứu mã số BHXH (không đăng nhập)',
  CARD_CHECKER: 'Người kiểm tra thẻ BHYT được xuất trình',
  GUARDIAN: 'Cha, mẹ hoặc người giám hộ đã được duyệt',
} as const;
const SELF = 'Chính bạn, khi tải về toàn bộ dữ liệu của mình (';

/** The ledger tells as what someone looked, and a name apart from it: words of the entry are made in any language. */
export class AccessActors1764430100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.renameColumn(TABLE, 'who', 'actorName');
    await addFilledColumns(runner, TABLE, [text('actor', 16)], () => this.splitNames(runner));
  }

  private async splitNames(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE "${TABLE}" SET "actor" = 'INTEGRATOR'`);
    for (const [actor, words] of Object.entries(NAMELESS)) {
      await runner.query(`UPDATE "${TABLE}" SET "actor" = '${actor}', "actorName" = '' WHERE "actorName" = '${words}'`);
    }
    const name = `substr("actorName", ${SELF.length + 1}, length("actorName") - ${SELF.length + 1})`;
    await runner.query(
      `UPDATE "${TABLE}" SET "actor" = 'SELF', "actorName" = ${name} WHERE "purpose" = 'EXPORT' AND "actorName" LIKE '${SELF}%'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [actor, words] of Object.entries(NAMELESS)) {
      await runner.query(`UPDATE "${TABLE}" SET "actorName" = '${words}' WHERE "actor" = '${actor}'`);
    }
    await runner.query(`UPDATE "${TABLE}" SET "actorName" = '${SELF}' || "actorName" || ')' WHERE "actor" = 'SELF'`);
    await runner.renameColumn(TABLE, 'actorName', 'who');
    await runner.dropColumn(TABLE, 'actor');
  }
}
