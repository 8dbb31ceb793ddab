/**
 * Finds text in JSX that a page translator makes fatal. A translator moves each text node into an element of its own; when
 * React then removes that text, or inserts something before it, it asks the parent for a child that is not there, and the whole
 * page is lost (NotFoundError). Text that is all that an element holds is written as a whole and cannot be missed. So: text that
 * changes, or that stands beside something that comes, goes or changes, needs an element of its own.
 */
import type { ESTree } from 'rolldown/utils'

export interface Loose {
  line: number
  text: string
}

/** What a child can be: nothing, text or an element that stays as long as its parent, or one that may not. */
type Kind = 'nothing' | 'still-text' | 'text' | 'still' | 'moves'

type Node = ESTree.Node
type Names = ReadonlySet<string>

/** What is known of the components of all files. */
export interface Components {
  /** Draw one element, always the same: they stand still. */
  still: Names
  /** Put their children alone into an element. */
  alone: Names
  /** Attributes that are functions, each of which draws elements and no text. */
  draws: Names
}

/** Of packages: `a`, and the words in it. */
const PACKAGED = ['Link']

export function componentsOf(programs: readonly ESTree.Program[]): Components {
  const drawn = programs.flatMap((program) => functionsOf(program).filter(({ name }) => isComponent(name)))
  const still = new Set(PACKAGED)
  for (let before = -1; before < still.size; ) {
    before = still.size
    for (const { name, returns } of drawn)
      if (returns.length > 0 && returns.every((one) => isStill(one, still))) still.add(name)
  }
  const alone = new Set(PACKAGED)
  for (const { name, node } of drawn) if (drawsChildrenAlone(node)) alone.add(name)
  return { still, alone, draws: drawing(programs) }
}

function drawing(programs: readonly ESTree.Program[]): Names {
  const given = new Map<string, boolean>()
  for (const program of programs)
    walk(program, (node) => {
      if (node.type !== 'JSXAttribute' || node.value?.type !== 'JSXExpressionContainer') return
      const { expression } = node.value
      if (!isFunction(expression) || node.name.type !== 'JSXIdentifier') return
      const draws = returnsOf(expression).every(isJsx)
      given.set(node.name.name, draws && (given.get(node.name.name) ?? true))
    })
  return new Set([...given].filter(([, draws]) => draws).map(([name]) => name))
}

export function looseText(source: string, program: ESTree.Program, components: Components): Loose[] {
  const found: Node[] = []
  const judge = new Judge(program, components)
  walk(program, (node, parent) => {
    if (isJsx(node) && !(node.type === 'JSXFragment' && parent && isJsx(parent)))
      found.push(...judge.looseIn(node))
  })
  for (const { name, returns } of functionsOf(program))
    if (isComponent(name)) found.push(...returns.filter((one) => isText(judge.kindOf(one))))
  return found.map(({ start, end }) => ({
    line: source.slice(0, start).split('\n').length,
    text: source.slice(start, end).trim(),
  }))
}

class Judge {
  private readonly translators = new Set<string>()
  private readonly locals = new Map<string, Node>()

  constructor(
    program: ESTree.Program,
    private readonly components: Components,
  ) {
    walk(program, (node) => {
      if (node.type === 'FunctionDeclaration' && node.id) this.locals.set(node.id.name, node)
      if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || !node.init) return
      this.locals.set(node.id.name, node.init)
      if (isTranslator(node.init)) this.translators.add(node.id.name)
    })
  }

  looseIn(parent: ESTree.JSXElement | ESTree.JSXFragment): Node[] {
    const children = this.flat(parent.children)
    const name = parent.type === 'JSXElement' ? nameOf(parent) : null
    const isOwnElement = name !== null && (!isComponent(name) || this.components.alone.has(name))
    // Nobody knows what stands beside it.
    if (!isOwnElement) return children.filter(({ kind }) => isText(kind)).map(({ node }) => node)
    if (children.length < 2)
      return children.filter((one) => one.kind === 'text' && isList(one.node)).map(({ node }) => node)
    const isCalm = children.every(({ kind }) => kind === 'still' || kind === 'still-text')
    return isCalm ? [] : children.filter(({ kind }) => isText(kind)).map(({ node }) => node)
  }

  kindOf(node: Node): Kind {
    switch (node.type) {
      case 'JSXText':
        return node.value.trim() === '' && node.value.includes('\n') ? 'nothing' : 'still-text'
      case 'JSXElement':
        return this.ofElement(node)
      case 'JSXFragment':
        return 'moves'
      case 'JSXExpressionContainer':
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        return this.kindOf(node.expression)
      case 'JSXEmptyExpression':
        return 'nothing'
      case 'Literal':
        return typeof node.value === 'string' || typeof node.value === 'number' ? 'still-text' : 'nothing'
      case 'TemplateLiteral':
        return node.expressions.length === 0 ? 'still-text' : 'text'
      case 'LogicalExpression':
        return either(node.operator === '&&' ? 'nothing' : this.kindOf(node.left), this.kindOf(node.right))
      case 'ConditionalExpression':
        return either(this.kindOf(node.consequent), this.kindOf(node.alternate))
      case 'CallExpression':
        return this.ofCall(node)
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        return this.ofFunction(node)
      case 'Identifier':
        return this.ofName(node.name)
      default:
        return 'text'
    }
  }

  private ofElement(node: ESTree.JSXElement): Kind {
    const name = nameOf(node)
    const stays = !isComponent(name) || this.components.still.has(name)
    return stays && !hasKey(node) ? 'still' : 'moves'
  }

  private ofCall({ callee, arguments: given }: ESTree.CallExpression): Kind {
    if (callee.type === 'Identifier' && this.translators.has(callee.name))
      return given.every(({ type }) => type === 'Literal') ? 'still-text' : 'text'
    const maps =
      callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name
    const [made] = given
    if ((maps === 'map' || maps === 'flatMap') && made) return this.kindOf(made)
    if (callee.type !== 'Identifier') return 'text'
    return this.components.draws.has(callee.name) ? 'moves' : this.ofName(callee.name)
  }

  private ofFunction(node: Node): Kind {
    const kinds = returnsOf(node).map((one) => this.kindOf(one))
    return kinds.length === 0 || kinds.some(isText) ? 'text' : 'moves'
  }

  private ofName(name: string): Kind {
    if (name === 'undefined') return 'nothing'
    // Whoever gives them is judged where it gives them.
    if (name === 'children') return 'moves'
    const known = this.locals.get(name)
    this.locals.delete(name)
    const kind = known ? this.kindOf(known) : 'text'
    if (known) this.locals.set(name, known)
    return kind === 'still' ? 'moves' : kind
  }

  /** Children as they stand in the page: those of a fragment stand beside its siblings. */
  private flat(children: readonly Node[]): { node: Node; kind: Kind }[] {
    return children.flatMap((node) => {
      if (node.type === 'JSXFragment') return this.flat(node.children)
      const kind = this.kindOf(node)
      return kind === 'nothing' ? [] : [{ node, kind }]
    })
  }
}

/** One of two, or now one and now the other. */
function either(one: Kind, other: Kind): Kind {
  if (one === 'nothing' && other === 'nothing') return 'nothing'
  return isText(one) || isText(other) ? 'text' : 'moves'
}

/** Texts in a row, or among elements. */
const isList = (node: Node) =>
  node.type === 'JSXExpressionContainer' &&
  node.expression.type === 'CallExpression' &&
  node.expression.callee.type === 'MemberExpression' &&
  node.expression.callee.property.type === 'Identifier' &&
  /^(map|flatMap)$/.test(node.expression.callee.property.name)

const isText = (kind: Kind) => kind === 'text' || kind === 'still-text'

const isJsx = (node: Node) => node.type === 'JSXElement' || node.type === 'JSXFragment'

const isComponent = (name: string) => /^[A-Z]/.test(name)

const isFunction = (node: Node) =>
  node.type === 'ArrowFunctionExpression' ||
  node.type === 'FunctionExpression' ||
  node.type === 'FunctionDeclaration'

function isTranslator(init: Node): boolean {
  const call = init.type === 'AwaitExpression' ? init.argument : init
  return (
    call.type === 'CallExpression' &&
    call.callee.type === 'Identifier' &&
    /^(use\w*Text|getTranslations)$/.test(call.callee.name)
  )
}

function nameOf({ openingElement: { name } }: ESTree.JSXElement): string {
  return name.type === 'JSXIdentifier' ? name.name : 'Member'
}

const hasKey = ({ openingElement: { attributes } }: ESTree.JSXElement) =>
  attributes.some((one) => one.type === 'JSXAttribute' && one.name.name === 'key')

function isStill(node: Node, still: Names): boolean {
  if (node.type === 'ParenthesizedExpression') return isStill(node.expression, still)
  if (node.type !== 'JSXElement' || hasKey(node)) return false
  return !isComponent(nameOf(node)) || still.has(nameOf(node))
}

/** `<b>{children}</b>` somewhere, and nowhere beside anything. */
function drawsChildrenAlone(component: Node): boolean {
  const parents: ESTree.JSXElement[] = []
  let loose = false
  walk(component, (node) => {
    if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return
    const has = node.children.some(isChildren)
    if (!has) return
    const others = node.children.filter((one) => !isChildren(one) && !isBlank(one))
    if (node.type === 'JSXElement' && !isComponent(nameOf(node)) && others.length === 0) parents.push(node)
    else loose = true
  })
  return parents.length > 0 && !loose
}

const isChildren = (node: Node) =>
  node.type === 'JSXExpressionContainer' &&
  node.expression.type === 'Identifier' &&
  node.expression.name === 'children'

const isBlank = (node: Node) => node.type === 'JSXText' && node.value.trim() === ''

interface Named {
  name: string
  node: Node
  returns: Node[]
}

function functionsOf(program: ESTree.Program): Named[] {
  const found: Named[] = []
  walk(program, (node) => {
    if (node.type === 'FunctionDeclaration' && node.id)
      found.push({ name: node.id.name, node, returns: returnsOf(node) })
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || !node.init) return
    if (isFunction(node.init))
      found.push({ name: node.id.name, node: node.init, returns: returnsOf(node.init) })
  })
  return found
}

/** What a function can return; not what those inside it do. */
function returnsOf(node: Node): Node[] {
  if (!('body' in node) || !node.body) return []
  const body = node.body as Node
  if (body.type !== 'BlockStatement') return branches(body)
  const found: Node[] = []
  const look = (one: Node) => {
    if (isFunction(one)) return
    if (one.type === 'ReturnStatement' && one.argument) found.push(...branches(one.argument))
    for (const child of childrenOf(one)) look(child)
  }
  look(body)
  return found
}

function branches(node: Node): Node[] {
  if (node.type === 'ParenthesizedExpression') return branches(node.expression)
  if (node.type === 'ConditionalExpression')
    return [...branches(node.consequent), ...branches(node.alternate)]
  return [node]
}

function walk(node: Node, visit: (node: Node, parent: Node | null) => void, parent: Node | null = null) {
  visit(node, parent)
  for (const child of childrenOf(node)) walk(child, visit, node)
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) => {
    if (Array.isArray(value)) return value.filter(isNode)
    return isNode(value) ? [value] : []
  })
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
