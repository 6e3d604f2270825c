import { type ClassType, Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page stands in its list (Relay cursor connections).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more entries follow.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Always false: lists are walked forwards, by `first` and `after`.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first entry of the page.' })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last entry; give it as `after` for the next page.',
  })
  endCursor: string | null;
}

/** One entry of a page. */
export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

/** One page of a list. */
export interface Connection<E extends Edge<unknown>> {
  readonly edges: E[];
  /** The entries without what belongs to their place in the list. */
  readonly nodes: E['node'][];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** An entry of a list that may be ordered by distance. */
export interface PlacedEdge<T> extends Edge<T> {
  readonly distanceMeters: number | null;
}

/** The class of an edge, which knows the class of its node. */
type EdgeClass<E extends Edge<unknown>> = (new () => E) & { readonly nodeType: NodeClass<E['node']> };
type NodeClass<T> = abstract new () => T;

/** The edge type of a kind of node. The names follow the node's: `OfficeEdge`. */
export function edgeOf<T extends object>(node: NodeClass<T>, name: string): EdgeClass<Edge<T>> {
  @ObjectType(`${name}Edge`, { description: `An entry of a list of type ${name}.` })
  class NodeEdge implements Edge<T> {
    static readonly nodeType = node;

    @Field(() => String, { description: 'Cursor of this entry.' })
    cursor: string;

    @Field(() => node as ClassType<T>, { description: 'The entry.' })
    node: T;
  }
  return NodeEdge;
}

/** The edge type of a kind of node that can be ordered by distance. */
export function placedEdgeOf<T extends object>(node: ClassType<T>, name: string): EdgeClass<PlacedEdge<T>> {
  @ObjectType(`${name}Edge`, { description: `An entry of a list of type ${name}.` })
  class NodeEdge implements PlacedEdge<T> {
    static readonly nodeType = node;

    @Field(() => String, { description: 'Cursor of this entry.' })
    cursor: string;

    @Field(() => Float, {
      nullable: true,
      description: 'Great-circle distance from `near` in metres; null without `near` or position.',
    })
    distanceMeters: number | null;

    @Field(() => node, { description: 'The entry.' })
    node: T;
  }
  return NodeEdge;
}

/** The connection type over a type of edges. */
export function connectionOf<E extends Edge<unknown>>(edge: EdgeClass<E>, name: string): new () => Connection<E> {
  @ObjectType(`${name}Connection`, { description: `A page of a list of type ${name}.` })
  class NodeConnection implements Connection<E> {
    @Field(() => [edge], { description: 'The entries of the page, in order.' })
    edges: E[];

    @Field(() => [edge.nodeType as ClassType<object>], {
      description: 'The entries themselves, in the same order, for whoever needs no cursor of each.',
    })
    nodes: E['node'][];

    @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'Number of entries of the whole list, the same on every page.' })
    totalCount: number;
  }
  return NodeConnection;
}
