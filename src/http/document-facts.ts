import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Counts over a document, the largest of its operations each, fragments counted where they are spread. */
export interface DocumentFacts {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
}

const NONE: DocumentFacts = { depth: 0, aliases: 0, directives: 0, rootFields: 0 };

/**
 * Counts what `document` asks for. Takes time in proportion to its length even where fragments spread fragments many
 * times over, since each fragment is counted once. A fragment inside itself counts as empty there: validation reports it.
 */
export function documentFacts(document: DocumentNode): DocumentFacts {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const counter = new SelectionCounter(fragments);
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => withDirectives(counter.count(operation.selectionSet), operation.directives?.length ?? 0))
    .reduce(largest, NONE);
}

class SelectionCounter {
  private readonly counted = new Map<string, DocumentFacts>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  count(selections: SelectionSetNode): DocumentFacts {
    return selections.selections.map((selection) => this.countOne(selection)).reduce(together, NONE);
  }

  private countOne(selection: SelectionNode): DocumentFacts {
    const own = selection.directives?.length ?? 0;
    if (selection.kind === Kind.FRAGMENT_SPREAD) return withDirectives(this.countFragment(selection.name.value), own);
    if (selection.kind === Kind.INLINE_FRAGMENT) return withDirectives(this.count(selection.selectionSet), own);
    const inner = selection.selectionSet ? this.count(selection.selectionSet) : NONE;
    return {
      // Introspection has its own depth rule in graphql-js, and its usual query is deeper than any of the directory's.
      depth: selection.name.value.startsWith('__') ? 1 : inner.depth + 1,
      aliases: inner.aliases + (selection.alias ? 1 : 0),
      directives: inner.directives + own,
      rootFields: 1,
    };
  }

  private countFragment(name: string): DocumentFacts {
    const known = this.counted.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return NONE;
    this.counted.set(name, NONE);
    const facts = withDirectives(this.count(fragment.selectionSet), fragment.directives?.length ?? 0);
    this.counted.set(name, facts);
    return facts;
  }
}

function together(a: DocumentFacts, b: DocumentFacts): DocumentFacts {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    rootFields: a.rootFields + b.rootFields,
  };
}

function largest(a: DocumentFacts, b: DocumentFacts): DocumentFacts {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: Math.max(a.aliases, b.aliases),
    directives: Math.max(a.directives, b.directives),
    rootFields: Math.max(a.rootFields, b.rootFields),
  };
}

function withDirectives(facts: DocumentFacts, directives: number): DocumentFacts {
  return { ...facts, directives: facts.directives + directives };
}
