import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql';

/**
 * Names of the fields that a question asks of what it leads to, each once, also through fragments: what whoever asks
 * gets to see. What a directive may leave out counts as seen.
 */
export function seenFields({ fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): string[] {
  const names = new Set<string>();
  const note = (selection: SelectionNode): void => {
    if (selection.kind === Kind.FIELD) names.add(selection.name.value);
    else if (selection.kind === Kind.INLINE_FRAGMENT) selection.selectionSet.selections.forEach(note);
    else fragments[selection.name.value]?.selectionSet.selections.forEach(note);
  };
  fieldNodes.flatMap(({ selectionSet }: FieldNode) => selectionSet?.selections ?? []).forEach(note);
  return [...names].filter((name) => !name.startsWith('__'));
}
