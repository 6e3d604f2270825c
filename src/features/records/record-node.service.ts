import { toGlobalId } from '../../shared/global-id';
import type { Node } from '../../shared/relay/node.types';
import type { NamedNode, PersonalNodes } from '../protection/personal-nodes';
import type { SignedInPerson } from '../protection/principal';
import type { ChildService } from './child/child.service';
import type { PersonalKey } from './personal-kinds';
import { type RecordIdentity, SHOWN_RECORDS, type ShownKind } from './record-identity';
import type { RecordOwner, RecordReaders } from './record-reader';

const KINDS = Object.keys(SHOWN_RECORDS) as ShownKind[];

/** Finds records of a person, children of a guardian and their records by identifier. */
export class RecordNodeService implements PersonalNodes {
  readonly types: readonly string[] = ['Child', ...KINDS.map((kind) => SHOWN_RECORDS[kind].type)];

  constructor(
    private readonly readers: RecordReaders,
    private readonly identity: RecordIdentity,
    private readonly children: ChildService,
  ) {}

  async find({ type, key, seen }: NamedNode, { personId }: SignedInPerson): Promise<Node | null> {
    if (type === 'Child') return this.children.childOf(personId, toGlobalId(type, key), seen);
    const kind = KINDS.find((shown) => SHOWN_RECORDS[shown].type === type);
    if (!kind) return null;
    const own = await this.among({ personId }, kind, key);
    return own ?? this.children.firstWith(personId, (child) => this.among(child, kind, key), [kind]);
  }

  private async among(owner: RecordOwner, kind: ShownKind, key: string): Promise<Node | null> {
    const rows: readonly PersonalKey[] = await this.readers.of(owner)[kind](owner.personId);
    const row = this.identity.named(kind, key, rows);
    return row ? this.identity.shown(kind, row) : null;
  }
}
