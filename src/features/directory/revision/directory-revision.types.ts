import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars';
import { PUBLISHED_TABLES } from '../kinds/published-kinds';

/** What a revision counts: the enum of the schema, made of all that is published. */
const DirectoryKind: Readonly<Record<string, string>> = Object.fromEntries(
  PUBLISHED_TABLES.map(({ kind }) => [kind, kind]),
);
registerEnumType(DirectoryKind, {
  name: 'DirectoryKind',
  description: 'What the directory holds.',
  valuesConfig: Object.fromEntries(PUBLISHED_TABLES.map(({ kind, description }) => [kind, { description }])),
});

@ObjectType({ description: 'How many entries of one kind a revision holds.' })
export class RevisionCount {
  @Field(() => DirectoryKind, { description: 'What is counted.' })
  kind: string;

  @Field(() => Int, { description: 'Number of entries, valid today or not.' })
  total: number;
}

@ObjectType({ description: 'The published state of the directory that answers (phiên bản danh mục).' })
export class DirectoryRevision {
  @Field(() => Int, { description: 'Number of the revision; it only grows.' })
  number: number;

  @Field(() => DateTimeScalar, { description: 'When the revision was published.' })
  publishedAt: string;

  @Field(() => [RevisionCount], { description: 'Entries by kind.' })
  counts: RevisionCount[];

  @Field(() => Boolean, { description: 'Whether some entries are made up for demonstration (dữ liệu minh họa).' })
  containsDemonstration: boolean;
}
