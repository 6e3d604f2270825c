import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A warning of an import, or a row that it set aside: kept so that an operator can list and mend them. */
@Entity('import_issue')
@Index('import_issue_kind', ['kind'])
export class ImportIssueRecord {
  /** The revision that the import made; issues of a revision that is not published yet are not listed. */
  @PrimaryColumn('integer')
  revisionNumber: number;

  /** Order within the import, from 1. */
  @PrimaryColumn('integer')
  position: number;

  /** `QUARANTINED` or `WARNING`. */
  @Column('varchar', { length: 16 })
  severity: string;

  /** Stable code of the sort of issue. */
  @Column('varchar', { length: 40 })
  code: string;

  /** Published kind that the row belongs to. */
  @Column('varchar', { length: 32 })
  kind: string;

  @Column('varchar', { length: 500, nullable: true })
  fileName: string | null;

  @Column('integer', { nullable: true })
  lineNumber: number | null;

  @Column('varchar', { length: 500, nullable: true })
  columnName: string | null;

  @Column('varchar', { length: 1000, nullable: true })
  shownValue: string | null;

  /** Message and how to mend it, in both languages. */
  @Column('simple-json')
  messages: { readonly message: { en: string; vi: string }; readonly mend: { en: string; vi: string } };

  /** All cells of a row that was set aside, by header. */
  @Column('simple-json', { nullable: true })
  cells: Readonly<Record<string, string>> | null;
}
