/** One GraphQL operation of the page, with the types of its answer and variables, as the build prepares it. */
export interface Operation<Answer, Variables> {
  readonly name: string;
  readonly kind: 'query' | 'mutation';
  readonly text: string;
  readonly sha256Hash: string;
  /** Never set: carries the types from the operation to the call. */
  readonly types?: { answer: Answer; variables: Variables };
}
