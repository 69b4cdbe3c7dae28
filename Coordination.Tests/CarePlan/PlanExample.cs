using Coordination.Domain.CarePlan;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;
using Plan = Coordination.Domain.CarePlan.CarePlan;

namespace Coordination.Tests.CarePlan;

/// <summary>A plan with one of each item, as the specs tell it.</summary>
internal static class PlanExample
{
    public static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    public static readonly ProfessionalId Nurse = new(new Guid("a0000000-0000-4000-8000-000000000004"));
    public static readonly Guid Falls = new("c0000000-0000-4000-8000-000000000001");
    public static readonly Guid Help = new("c0000000-0000-4000-8000-000000000002");
    public static readonly Guid Walk = new("c0000000-0000-4000-8000-000000000003");
    public static readonly Guid Bars = new("c0000000-0000-4000-8000-000000000004");
    public static readonly Guid New = new("c0000000-0000-4000-8000-000000000009");
    public static readonly CommandContext Context = Specification<Plan, CarePlanEvent>.Context;
    public static readonly DateOnly Today = Context.Today;
    public static readonly PlanParty ByNurse = new(OwnerKind.Professional, Nurse);
    public static readonly PlanParty ByPerson = new(OwnerKind.Person);

    public static readonly CarePlanDrafted Drafted = new(Person, 1, Today.AddMonths(12));
    public static readonly ProblemAdded Problem = new(Falls, DataClass.Clinical, Text("Chutes"));
    public static readonly NeedIdentified Need = new(Help, Falls, NeedClass.DailyLiving, false, DataClass.Social, Text("Aide le soir"));
    public static readonly ObjectiveSet Objective = new(Walk, Falls, DataClass.Social, Text("Sortir seule"), null);
    public static readonly ActionPlanned Planned = new(Bars, Walk, Recourse.Prevention, ByNurse, Today.AddDays(30), DataClass.Social, Text("Barres d'appui"));
    public static readonly PlanAgreementGiven Agreed = new(AgreementGiver.Person, ConsentMeans.Oral, Today);

    public static CarePlanEvent[] Draft => [Drafted, Problem, Need, Objective, Planned];

    public static CarePlanEvent[] Proposed => [.. Draft, new CarePlanProposed()];

    public static CarePlanEvent[] InForce => [.. Proposed, Agreed, new CarePlanSigned(Context.Actor.Professional!.Value), new CarePlanValidated(1)];

    public static Protected<string> Text(string text) => Protected<string>.Of(Person, text);

    public static Specification<Plan, CarePlanEvent> Given(params CarePlanEvent[] facts) => new Specification<Plan, CarePlanEvent>(Plan.Evolve).Given(facts);

    public static Plan Fold(params CarePlanEvent[] facts) => facts.Aggregate((Plan?)null, Plan.Evolve)!;
}
