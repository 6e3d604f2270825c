import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: 'An object that can be fetched again by its opaque identifier (Relay).' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque identifier, stable over revisions.' })
  readonly id: string;
}
