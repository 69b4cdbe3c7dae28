using Coordination.Domain.CareRecord;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;

namespace Coordination.Tests.CaseFinding;

/// <summary>Requests that specs of triage begin with.</summary>
internal static class TriageWorld
{
    public static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    public static readonly PersonId Nobody = new(new Guid("c0000000-0000-4000-8000-0000000000aa"));
    public static readonly ProfessionalId Me = new(new Guid("a0000000-0000-4000-8000-000000000001"));
    public static readonly ProfessionalId Other = new(new Guid("a0000000-0000-4000-8000-000000000002"));
    public static readonly CommuneCode Agen = new("47001");

    // Friday 20 November 2026, 10:00 in Paris.
    public static CommandContext Context => Specification<SupportRequest, SupportRequestEvent>.Context;

    public static AskForSupport Ask { get; } = new(
        Person, Person, Agen, RequestOrigin.Carer, RequestChannel.Phone, RequestReason.CarerExhaustion, RequestUrgency.Normal, PersonInformation.Informed, HolidayRegime.Metropolitan)
    {
        RequesterName = " Mme Essai ",
        Narrative = "Ne dort plus.",
        InformedOn = Context.Today,
        Means = ConsentMeans.Oral,
        Situation = new(true, 4, Whereabouts.Home, [KnownBenefit.Apa]),
    };

    public static SupportAsked Asked { get; } = new(
        RequestOrigin.Carer, RequestChannel.Phone, Me, null, Sealed("Mme Essai"), null, Person, null, Agen, RequestReason.CarerExhaustion, RequestUrgency.Normal,
        Ask.Situation, Sealed("Ne dort plus."), PersonInformation.Informed, Context.Today, ConsentMeans.Oral, null, FirstAnswer.DueAt(RequestUrgency.Normal, Context.Now, HolidayRegime.Metropolitan));

    public static SupportAsked Anonymous { get; } = Asked with
    {
        Person = null, Information = PersonInformation.NotCollected, InformedOn = null, Means = null, RequesterName = null, Narrative = Protected<string>.Of(Nobody, "Ne dort plus."),
    };

    public static SupportRequestAnswered Answered { get; } = new(null, Me, Context.Now, Sealed("Numéro du CLIC donné."));

    public static Protected<string> Sealed(string text) => Protected<string>.Of(Person, text);

    public static Specification<SupportRequest, SupportRequestEvent> Given(params SupportRequestEvent[] facts) =>
        new Specification<SupportRequest, SupportRequestEvent>(SupportRequest.Evolve).Given(facts);

    public static SupportRequest Fold(params SupportRequestEvent[] facts) => facts.Aggregate((SupportRequest?)null, SupportRequest.Evolve)!;

    public static CommandContext By(ProfessionalId who) => Context with { Actor = Actor.Of(who) };

    public static CommandContext After(TimeSpan time) => Context with { Now = Context.Now + time };
}
