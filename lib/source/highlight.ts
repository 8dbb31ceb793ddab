/** Which words of a TypeScript text are what, told by its syntax tree and not guessed from their looks. */
import { type ESTree, type ParseResult, Visitor } from 'rolldown/utils'
import type { CodePart, Kind } from './listing.ts'

interface Span {
  start: number
  end: number
  kind: Kind | null
}

type Named = { name: string; start: number }

/** A name's node reaches to the end of its type; the word does not. */
const word = ({ name, start }: Named, kind: Kind | null): Span => ({ start, end: start + name.length, kind })

/** Its `#` is no part of its name. */
const privateWord = ({ name, start }: Named, kind: Kind | null): Span => ({
  start,
  end: start + 1 + name.length,
  kind,
})

const named = (node: ESTree.Node, kind: Kind): Span[] => {
  if (node.type === 'Identifier') return [word(node, kind)]
  return node.type === 'PrivateIdentifier' ? [privateWord(node, kind)] : []
}

export function linesOf(text: string, { program, comments }: ParseResult): CodePart[][] {
  const spans = [...comments.map((comment) => ({ ...comment, kind: 'c' as const })), ...wordsOf(program)]
  const lines: CodePart[][] = [[]]
  for (const [kind, piece] of piecesOf(
    text,
    spans.sort((a, b) => a.start - b.start || rank(a) - rank(b)),
  )) {
    const [first = '', ...rest] = piece.split('\n')
    append(lines.at(-1)!, kind, first)
    for (const next of rest) lines.push(append([], kind, next))
  }
  return lines
}

function append(line: CodePart[], kind: Kind | null, text: string): CodePart[] {
  const last = line.at(-1)
  if (kind) line.push(...(text === '' ? [] : [[kind, text] as CodePart]))
  else if (typeof last === 'string') line[line.length - 1] = last + text
  else if (text !== '') line.push(text)
  return line
}

/** Of two that begin together the one with a kind counts: a called name is also an identifier. */
const rank = ({ kind }: Span) => (kind === null ? 1 : 0)

function wordsOf(program: ESTree.Program): Span[] {
  const spans: Span[] = []
  const called = (callee: ESTree.Node) => {
    spans.push(...named(callee.type === 'MemberExpression' ? callee.property : callee, 'f'))
  }
  new Visitor({
    Identifier: (node) => spans.push(word(node as Named, null)),
    PrivateIdentifier: (node) => spans.push(privateWord(node, null)),
    JSXIdentifier: (node) => spans.push(word(node, null)),
    JSXText: (node) => spans.push({ ...node, kind: null }),
    Literal: (node) => spans.push({ ...node, kind: kindOf(node.value) }),
    TemplateElement: (node) => spans.push({ ...node, kind: 's' }),
    TSTypeReference: ({ typeName }) => typeName.type === 'Identifier' && spans.push(word(typeName, 't')),
    TSInterfaceDeclaration: ({ id }) => spans.push(word(id, 't')),
    TSTypeAliasDeclaration: ({ id }) => spans.push(word(id, 't')),
    FunctionDeclaration: ({ id }) => id && spans.push(word(id, 'f')),
    MethodDefinition: ({ key }) => spans.push(...named(key, 'f')),
    CallExpression: ({ callee }) => called(callee),
    NewExpression: ({ callee }) => called(callee),
    VariableDeclarator: ({ id, init }) =>
      id.type === 'Identifier' && init?.type === 'ArrowFunctionExpression' && spans.push(word(id, 'f')),
    Property: ({ key, value }) =>
      key.type === 'Identifier' && /Function/.test(value.type) && spans.push(word(key, 'f')),
  }).visit(program)
  return spans
}

function kindOf(value: unknown): Kind {
  if (typeof value === 'number' || typeof value === 'bigint') return 'n'
  return typeof value === 'boolean' || value === null ? 'k' : 's'
}

type Piece = [kind: Kind | null, text: string]

/** Between the words of the tree only punctuation and keywords are left. */
function piecesOf(text: string, spans: Span[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, kind } of spans) {
    if (start < at) continue
    pieces.push(...gap(text.slice(at, start)), [kind, text.slice(start, end)])
    at = end
  }
  return [...pieces, ...gap(text.slice(at))]
}

const gap = (text: string): Piece[] =>
  text.split(/([a-z]+)/).map((piece, i) => [i % 2 === 1 ? 'k' : null, piece])
