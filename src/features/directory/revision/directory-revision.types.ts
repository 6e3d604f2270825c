import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars';
import type { PublishedKind } from '../publication/publication.types';

/** What a revision counts. */
export enum DirectoryKind {
  OFFICE = 'OFFICE',
  CLINIC = 'CLINIC',
  EMPLOYER = 'EMPLOYER',
  AGENT = 'AGENT',
  UNIT = 'UNIT',
  UNIT_SUCCESSION = 'UNIT_SUCCESSION',
  UNIT_BOUNDARY = 'UNIT_BOUNDARY',
  OFFICE_JURISDICTION = 'OFFICE_JURISDICTION',
}
registerEnumType(DirectoryKind, {
  name: 'DirectoryKind',
  description: 'What the directory holds.',
  valuesConfig: {
    OFFICE: { description: 'Offices of the agency (cơ quan BHXH).' },
    CLINIC: { description: 'Clinics (CSKCB).' },
    EMPLOYER: { description: 'Employers (đơn vị tham gia).' },
    AGENT: { description: 'Collection points and agents (điểm thu, đại lý thu).' },
    UNIT: { description: 'Administrative units, old and new (đơn vị hành chính).' },
    UNIT_SUCCESSION: { description: 'Which unit followed which (kế thừa).' },
    UNIT_BOUNDARY: { description: 'Areas of units (ranh giới).' },
    OFFICE_JURISDICTION: { description: 'Which office serves which unit (địa bàn phụ trách).' },
  },
});

/** The name of each published kind in answers. */
export const DIRECTORY_KINDS: Readonly<Record<PublishedKind, DirectoryKind>> = {
  offices: DirectoryKind.OFFICE,
  clinics: DirectoryKind.CLINIC,
  employers: DirectoryKind.EMPLOYER,
  agents: DirectoryKind.AGENT,
  units: DirectoryKind.UNIT,
  unitSuccessions: DirectoryKind.UNIT_SUCCESSION,
  unitBoundaries: DirectoryKind.UNIT_BOUNDARY,
  officeJurisdictions: DirectoryKind.OFFICE_JURISDICTION,
};

@ObjectType({ description: 'How many entries of one kind a revision holds.' })
export class RevisionCount {
  @Field(() => DirectoryKind, { description: 'What is counted.' })
  kind: DirectoryKind;

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
