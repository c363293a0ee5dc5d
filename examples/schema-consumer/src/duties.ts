import type { Plan, Section, Task } from "../generated/plan.js";

/** Who has to do what by when. */
export interface Duty {
  readonly organ: string;
  readonly role: string;
  readonly requirement: string;
  readonly text: string;
  /** Last days, or the words of the plan where it names none. */
  readonly deadlines: readonly string[];
}

/** Every duty of a plan, in its order. A requirement that names nobody is nobody's duty. */
export function* duties(plan: Plan): Generator<Duty> {
  for (const section of plan.sections ?? []) yield* inSection(section);
}

/** The duties of each organ, in the order in which the plan names them. */
export function byOrgan(all: Iterable<Duty>): Map<string, Duty[]> {
  const organs = new Map<string, Duty[]>();
  for (const duty of all) {
    const own = organs.get(duty.organ);
    if (own === undefined) organs.set(duty.organ, [duty]);
    else own.push(duty);
  }
  return organs;
}

function* inSection(section: Section): Generator<Duty> {
  for (const task of section.tasks ?? []) yield* inTask(task);
  for (const inner of section.sections ?? []) yield* inSection(inner);
}

function* inTask(task: Task): Generator<Duty> {
  for (const requirement of task.requirements ?? []) {
    const deadlines = (requirement.timings ?? []).map(({ end, raw }) => end ?? raw ?? "undated");
    const text = requirement.text ?? requirement.title ?? task.title ?? "";
    for (const { unit, role } of requirement.assignments ?? []) {
      yield { organ: unit, role, requirement: requirement.id, text, deadlines };
    }
  }
}
