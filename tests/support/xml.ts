/** XML read by a strict parser, as far as feeds need it; what is not well-formed throws. */
import { SaxesParser } from 'saxes';

export class XmlElement {
  readonly children: (XmlElement | string)[] = [];

  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
  ) {}

  all(name: string): XmlElement[] {
    return this.children
      .filter((child) => child instanceof XmlElement)
      .filter((child) => child.name === name);
  }

  /** The one child of this name. */
  child(name: string): XmlElement {
    const [child, ...more] = this.all(name);
    if (!child || more.length > 0) throw new Error(`${this.name} has ${String(more.length)} more of ${name}`);
    return child;
  }

  /** All text within. */
  content(): string {
    return this.children.map((child) => (child instanceof XmlElement ? child.content() : child)).join('');
  }

  text(name: string): string {
    return this.child(name).content();
  }
}

export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const document = new XmlElement('document', {});
  const open = [document];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const given = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const element = new XmlElement(name, given);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (content) => {
    open.at(-1)?.children.push(content);
  });
  parser.write(text).close();
  const [root] = document.children.filter((child) => child instanceof XmlElement);
  if (!root) throw new Error('no element');
  return root;
}
