/** What keeps the program from starting and a person can do something about: told in a line, without a stack. */
export class CannotStart extends Error {}
