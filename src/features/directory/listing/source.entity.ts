import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Where entries come from; one row for each source that an import ever named. */
@Entity('source')
@Index('source_identity', ['name', 'url'], { unique: true })
@ObjectType({ description: 'Where an entry comes from (nguồn dữ liệu).' })
export class Source {
  @PrimaryColumn('integer')
  sourceId: number;

  @Field(() => String, { description: 'Name of the source.' })
  @Column('varchar', { length: 300 })
  name: string;

  /** Empty when there is none, so that name and address together are unique on both databases. */
  @Column('varchar', { length: 500, default: '' })
  url: string;
}
