import type { Command } from 'commander'
import { buildProgram } from '../src/cli/program.js'
import { plain } from '../src/cli/terminal.js'

/** The page of all commands and flags: each one's own help, as it prints it. */
export function commandsPage(): string {
  const program = buildProgram({
    out: async () => {},
    closed: () => false,
    tell: () => {},
    progress: () => {},
    style: plain,
  })
  const sections = [program, ...program.commands.flatMap(withParts)].map(
    command => `## ${nameOf(command)}\n\n\`\`\`\n${helpOf(command).trimEnd()}\n\`\`\`\n`,
  )
  return [intro, ...sections].join('\n')
}

/** A command, or the commands that it is made of. */
const withParts = (command: Command): readonly Command[] =>
  command.commands.length > 0 ? command.commands.flatMap(withParts) : [command]

const nameOf = (command: Command): string =>
  command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name()

const intro = `# Commands

Data goes to standard output, messages to standard error. Colour and progress are shown on a terminal only, and no colour
where \`NO_COLOR\` is set. This page is made from the commands' own help by \`tools/generate.ts\`.
`

function helpOf(command: Command): string {
  let help = ''
  command.configureOutput({ getOutHelpWidth: () => 100, writeOut: text => (help += text) })
  command.outputHelp()
  return help
}
