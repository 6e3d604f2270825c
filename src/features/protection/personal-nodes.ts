import type { Node } from '../../shared/relay/node.types';
import type { SignedInPerson } from './principal';

/** What an identifier names, with the fields of it that are asked for. */
export interface NamedNode {
  readonly type: string;
  readonly key: string;
  readonly seen: readonly string[];
}

/** Finds objects of persons by their identifiers, for those alone who may see them. */
export interface PersonalNodes {
  /** Names of the types of the schema that it knows. */
  readonly types: readonly string[];
  /** The object, as the ordinary way would show it to this person; null for any other identifier, whatever it names. */
  find(named: NamedNode, person: SignedInPerson): Promise<Node | null>;
}
