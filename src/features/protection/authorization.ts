import { type AuthCheckerFn, Authorized, createParameterDecorator, Extensions } from 'type-graphql';
import { assertAllowed, type Rule, TO_ITS_OWNER } from './authorization.rules';
import type { AskingPrincipal, Integrator, SignedInPerson } from './principal';

/** What authorisation needs of a request. */
interface AskedContext {
  readonly principal: AskingPrincipal;
  readonly cachePolicy: { private(): void };
}

/** Lets only those ask a field whom the rule admits. The rule stands in the schema's extensions, where tests read it. */
export function Requires(rule: Rule): MethodDecorator {
  return (target, key, descriptor) => {
    Authorized<Rule>(rule)(target, key, descriptor);
    Extensions({ rule })(target, key, descriptor);
  };
}

/** Says that a field gives objects of persons to those alone whose they are; its resolver looks who asks. */
export function GivesToOwner(): MethodDecorator {
  return Extensions({ rule: TO_ITS_OWNER });
}

/** Marks a type that tells something of one person: no field without a rule may lead to it. */
export function Personal(): ClassDecorator {
  return Extensions({ personal: true });
}

/** Marks a type of the personal features that tells nothing of anyone. */
export function Impersonal(): ClassDecorator {
  return Extensions({ personal: false });
}

/** Asks the rules for type-graphql; fields without a rule never come here. */
export const authChecker: AuthCheckerFn<AskedContext, Rule> = async ({ context }, rules) => {
  // Whoever is asked who they are gets an answer for them alone.
  context.cachePolicy.private();
  for (const rule of rules) {
    if (rule.admits !== 'bearer') assertAllowed(await context.principal.current(), rule);
  }
  return true;
};

/** The person who asks, in a field that requires one. */
export function CurrentPerson(): ReturnType<typeof createParameterDecorator> {
  return createParameterDecorator<AskedContext>(async ({ context }): Promise<SignedInPerson> => {
    const principal = await context.principal.current();
    if (principal.kind === 'person') return principal;
    throw new Error('A field that takes the person who asks lacks its rule.');
  });
}

/** The integrator who asks, in a field that requires one. */
export function CurrentIntegrator(): ReturnType<typeof createParameterDecorator> {
  return createParameterDecorator<AskedContext>(async ({ context }): Promise<Integrator> => {
    const principal = await context.principal.current();
    if (principal.kind === 'integrator') return principal;
    throw new Error('A field that takes the integrator who asks lacks its rule.');
  });
}
