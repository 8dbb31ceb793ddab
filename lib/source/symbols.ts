/** Where the symbols of a file stand: what it declares, and the members of the objects that these are or return. */
import type { ESTree, ParseResult } from 'rolldown/utils'
import type { LineSpan } from './listing.ts'

interface Range {
  start: number
  end: number
}

export function symbolsOf(text: string, { program, comments }: ParseResult): Record<string, LineSpan> {
  const place = ({ start, end }: Range): LineSpan => {
    const first = lineAt(text, start)
    return [lineAt(text, docAbove(text, start, comments)), first, lineAt(text, end - 1)]
  }
  const symbols: Record<string, LineSpan> = {}
  for (const statement of program.body) {
    for (const { name, body } of declared(statement)) {
      symbols[name] = place(statement)
      for (const member of membersOf(body)) symbols[`${name}.${member.name}`] = place(member.range)
    }
  }
  return symbols
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length

/** Comments that stand alone on the lines right above belong to the symbol. */
function docAbove(text: string, start: number, comments: ParseResult['comments']): number {
  let top = start
  for (const { start: from, end } of comments.filter((comment) => comment.end <= start).reverse()) {
    const alone = /(^|\n)[ \t]*$/.test(text.slice(0, from))
    if (!alone || !/^[ \t]*\n[ \t]*$/.test(text.slice(end, top))) return top
    top = from
  }
  return top
}

interface Declared {
  name: string
  body: ESTree.Node | null
}

function declared(statement: ESTree.Node): Declared[] {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return statement.declaration ? declared(statement.declaration) : []
    case 'ExportDefaultDeclaration':
      return statement.declaration.type === 'FunctionDeclaration' ? declared(statement.declaration) : []
    case 'VariableDeclaration':
      return statement.declarations.flatMap(({ id, init }) =>
        id.type === 'Identifier' ? [{ name: id.name, body: init }] : [],
      )
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return statement.id ? [{ name: statement.id.name, body: statement.body }] : []
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return [{ name: statement.id.name, body: null }]
    default:
      return []
  }
}

interface Member {
  name: string
  range: Range
}

function membersOf(body: ESTree.Node | null): Member[] {
  switch (body?.type) {
    case 'ObjectExpression':
      return named(body.properties)
    case 'ClassBody':
      return named(body.body)
    case 'ArrowFunctionExpression':
      return membersOf(body.body)
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return membersOf(body.expression)
    case 'BlockStatement':
      return body.body.flatMap((one) => (one.type === 'ReturnStatement' ? membersOf(one.argument) : []))
    default:
      return []
  }
}

const named = (nodes: readonly ESTree.Node[]): Member[] =>
  nodes.flatMap((node) => {
    const name = 'key' in node && nameOf(node.key)
    return name ? [{ name, range: node }] : []
  })

/** null: it is computed, or a text. */
function nameOf(key: ESTree.Node | null): string | null {
  if (key?.type === 'PrivateIdentifier') return `#${key.name}`
  return key?.type === 'Identifier' ? key.name : null
}
