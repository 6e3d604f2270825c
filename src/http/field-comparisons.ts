import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** What a selection set holds once its fragments stand in it. */
interface Flattened {
  /** By the name in the answer: how often it stands there, and with how many fields in all, its own included. */
  readonly names: Map<string, { count: number; fields: number }>;
  /** Names of the fragments in it, at any depth of spreading. */
  readonly fragments: Set<string>;
}

/** Two fragments in one set are compared whatever is in them; that takes as long as so many pairs of fields. */
const PAIRS_PER_FRAGMENTS = 4;

/**
 * An upper bound of how many pairs of fields validation compares to find fields that cannot be merged (section 5.3.2 of
 * the GraphQL specification): it grows with the square of how often a name is repeated in one selection set.
 */
export function fieldComparisons(document: DocumentNode): number {
  const flattening = new Flattening(document);
  let pairs = 0;
  visit(document, {
    SelectionSet: (set) => {
      const { names, fragments } = flattening.of(set);
      for (const { count, fields } of names.values()) if (count > 1) pairs += (fields * fields) / 2;
      pairs += (PAIRS_PER_FRAGMENTS * fragments.size * fragments.size) / 2;
    },
  });
  return Math.round(pairs);
}

class Flattening {
  private readonly known = new Map<SelectionSetNode, Flattened>();
  private readonly definitions = new Map<string, FragmentDefinitionNode>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.definitions.set(definition.name.value, definition);
  }

  of(set: SelectionSetNode): Flattened {
    const known = this.known.get(set);
    if (known) return known;
    const flattened: Flattened = { names: new Map(), fragments: new Set() };
    // Kept before it is filled: a fragment inside itself, which validation reports, is empty there.
    this.known.set(set, flattened);
    for (const selection of set.selections) this.add(selection, flattened);
    return flattened;
  }

  private add(selection: SelectionNode, into: Flattened): void {
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      const inside = selection.selectionSet ? this.of(selection.selectionSet).names.values() : [];
      const fields = [...inside].reduce((sum, one) => sum + one.fields, 1);
      addName(into, name, 1, fields);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) this.merge(selection.selectionSet, into);
    else {
      const name = selection.name.value;
      const definition = this.definitions.get(name);
      if (!definition) return;
      into.fragments.add(name);
      this.merge(definition.selectionSet, into);
    }
  }

  private merge(set: SelectionSetNode, into: Flattened): void {
    const { names, fragments } = this.of(set);
    for (const [name, { count, fields }] of [...names]) addName(into, name, count, fields);
    for (const fragment of [...fragments]) into.fragments.add(fragment);
  }
}

function addName({ names }: Flattened, name: string, count: number, fields: number): void {
  const before = names.get(name);
  if (before) {
    before.count += count;
    before.fields += fields;
  } else names.set(name, { count, fields });
}
