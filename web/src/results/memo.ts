import { Component, type ComponentType, h, type JSX } from 'preact';

function sameProps(one: object, other: object): boolean {
  const names = Object.keys(one);
  const values = other as Record<string, unknown>;
  return (
    names.length === Object.keys(other).length &&
    Object.entries(one).every(([name, value]) => Object.is(value, values[name]))
  );
}

/** A component that draws again only when one of its properties is another. A list of hundreds of rows needs this. */
export function memo<Props extends object>(Inner: ComponentType<Props>): ComponentType<Props> {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return !sameProps(this.props, next);
    }

    override render(): JSX.Element {
      return h(Inner, this.props);
    }
  };
}
