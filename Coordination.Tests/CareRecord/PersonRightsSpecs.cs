using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Journeys;
using Coordination.Tests.Kernel;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.CareRecord;

/// <summary>What a person decides about sharing (DOMAIN AG2, §5.8).</summary>
public sealed class PersonRightsSpecs
{
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly ProfessionalId Referent = new(new Guid("a0000000-0000-4000-8000-000000000002"));
    private static readonly ProfessionalId Nurse = new(new Guid("a0000000-0000-4000-8000-000000000004"));
    private static readonly DateOnly Today = DateOnly.FromDateTime(Specification<Record, CareRecordEvent>.Context.Now.UtcDateTime);
    private static readonly CareRecordOpened Opened = new(Person, new CommuneCode("47001"), Today);
    private static readonly ConsentRecorded Consented = new(SharingScope.OutsideTeam, ConsentMeans.Oral, Today, Today.AddDays(30));
    private static readonly RecordConsent Consent = new(SharingScope.OutsideTeam, ConsentMeans.Oral, Today, Today.AddDays(30));
    private static readonly Guid Contact = new("c0000000-0000-4000-8000-000000000001");

    private readonly Specification<Record, CareRecordEvent> _spec = new(Record.Evolve);

    [Fact]
    public void Given_a_record_When_a_consent_outside_the_team_is_given_Then_it_stands_until_its_last_day()
    {
        _spec.Given(Opened).When(Consent, RecordConsent.Decide).Then(Consented);
        var rights = Fold(Opened, Consented).Rights;
        rights.ConsentsTo(SharingScope.OutsideTeam, Today.AddDays(30)).ShouldBeTrue();
        rights.ConsentsTo(SharingScope.OutsideTeam, Today.AddDays(31)).ShouldBeFalse();
        rights.StateOf(SharingScope.OutsideTeam, true, Today.AddDays(31)).ShouldBe(SharingState.Expired);
    }

    [Theory]
    [InlineData(SharingScope.HospitalAlerts)]
    [InlineData(SharingScope.TeamExchange)]
    [InlineData(SharingScope.MentalHealth)]
    public void Given_what_rests_on_information_When_a_consent_is_recorded_Then_refused(SharingScope scope) =>
        _spec.Given(Opened).When(Consent with { Scope = scope }, RecordConsent.Decide).ThenRefused(new InvalidCommand("scope", "NEEDS_NO_CONSENT"));

    [Fact]
    public void Given_dates_that_cannot_be_When_a_consent_is_recorded_Then_the_field_is_named()
    {
        _spec.Given(Opened).When(Consent with { On = Today.AddDays(2) }, RecordConsent.Decide).ThenRefused(new InvalidCommand("on", "NOT_IN_FUTURE"));
        new Specification<Record, CareRecordEvent>(Record.Evolve).Given(Opened).When(Consent with { Until = Today.AddDays(-1) }, RecordConsent.Decide)
            .ThenRefused(new InvalidCommand("until", "NOT_BEFORE_START"));
    }

    [Fact]
    public void Given_an_opposition_When_the_person_consents_Then_the_opposition_ends() =>
        _spec.Given(Opened, new OppositionRecorded(SharingScope.OutsideTeam)).When(Consent, RecordConsent.Decide)
            .Then(new OppositionWithdrawn(SharingScope.OutsideTeam), Consented);

    [Fact]
    public void Given_a_consent_When_taken_back_Then_withdrawn_and_no_longer_standing()
    {
        _spec.Given(Opened, Consented).When(new WithdrawConsent(SharingScope.OutsideTeam), WithdrawConsent.Decide).Then(new ConsentWithdrawn(SharingScope.OutsideTeam));
        Fold(Opened, Consented, new ConsentWithdrawn(SharingScope.OutsideTeam)).Rights.StateOf(SharingScope.OutsideTeam, true, Today).ShouldBe(SharingState.Withdrawn);
    }

    [Fact]
    public void Given_no_consent_When_taken_back_Then_refused() =>
        _spec.Given(Opened).When(new WithdrawConsent(SharingScope.OutsideTeam), WithdrawConsent.Decide).ThenRefused(new ConsentNotGiven());

    [Fact]
    [Trait(Criteria.Name, "5.8 AC3")]
    public void Given_nobody_asked_When_states_are_read_Then_silence_is_not_consent()
    {
        PersonRights.None.StateOf(SharingScope.OutsideTeam, true, Today).ShouldBe(SharingState.NotCollected);
        PersonRights.None.StateOf(SharingScope.TeamExchange, false, Today).ShouldBe(SharingState.NotCollected);
        PersonRights.None.StateOf(SharingScope.TeamExchange, true, Today).ShouldBe(SharingState.InformedNotOpposed);
    }

    [Fact]
    public void Given_the_referent_When_excluded_Then_refused_until_another_refers() =>
        _spec.Given(Opened, new ReferentAssigned(Referent)).When(new ExcludeProfessional(Referent), ExcludeProfessional.Decide)
            .ThenRefused(new InvalidCommand("professional", "IS_REFERENT"));

    [Fact]
    public void Given_a_trusted_person_When_another_is_named_Then_refused_And_neither_represents()
    {
        var named = new ContactDesignated(Contact, ContactKind.TrustedPerson, Protected<string>.Of(Person, "A"), null, Today, null);
        _spec.Given(Opened, named).When(new DesignateContact(Guid.NewGuid(), ContactKind.TrustedPerson, "B", null, Today, null), DesignateContact.Decide)
            .ThenRefused(new InvalidCommand("kind", "ONE_TRUSTED_PERSON"));
        Fold(Opened, named).Rights.Contacts.ShouldHaveSingleItem().Represents.ShouldBeFalse();
    }

    [Theory]
    [InlineData(ContactKind.Guardian, true)]
    [InlineData(ContactKind.ParentalAuthority, true)]
    [InlineData(ContactKind.TrustedPerson, false)]
    [InlineData(ContactKind.NotToBeWarned, false)]
    public void Given_a_kind_When_asked_Then_it_represents_or_not(ContactKind kind, bool represents) =>
        new Contact(Contact, kind, Protected<string>.Of(Person, "A"), null, Today, null).Represents.ShouldBe(represents);

    [Theory]
    [InlineData("0")]
    [InlineData("7")]
    [InlineData("GIR 4")]
    public void Given_a_gir_heading_When_it_is_no_digit_from_1_to_6_Then_refused(string text) =>
        _spec.Given(Opened).When(new StateSituation(SituationTopic.EstimatedGir, text), StateSituation.Decide).ThenRefused(new InvalidCommand("text", "GIR_1_TO_6"));

    [Fact]
    public void Given_an_estimated_and_a_notified_gir_When_folded_Then_they_are_two_facts()
    {
        var record = Fold(Opened, new SituationStated(SituationTopic.EstimatedGir, Protected<string>.Of(Person, "3")), new SituationStated(SituationTopic.NotifiedGir, Protected<string>.Of(Person, "4")));
        record.About(SituationTopic.EstimatedGir)!.Text.Plain.ShouldBe("3");
        record.About(SituationTopic.NotifiedGir)!.Text.Plain.ShouldBe("4");
    }

    [Fact]
    public void Given_a_masked_heading_When_stated_anew_Then_the_mask_stays()
    {
        var record = Fold(Opened, new SituationStated(SituationTopic.Housing, Protected<string>.Of(Person, "a")), new SituationMasked(SituationTopic.Housing, Nurse),
            new SituationStated(SituationTopic.Housing, Protected<string>.Of(Person, "b")));
        record.About(SituationTopic.Housing)!.IsMaskedFrom(Nurse).ShouldBeTrue();
        record.About(SituationTopic.Housing)!.IsMaskedFrom(Referent).ShouldBeFalse();
    }

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once() =>
        CommandSequences.DecideTwiceIsDecideOnce<Record, CareRecordEvent>(
            Record.Evolve,
            null,
            Step(new OpenCareRecord(Person, new CommuneCode("47001"), Referent, Today), OpenCareRecord.Decide),
            Step(Consent, RecordConsent.Decide),
            Step(new WithdrawConsent(SharingScope.OutsideTeam), WithdrawConsent.Decide),
            Step(new RecordOpposition(SharingScope.OutsideTeam), RecordOpposition.Decide),
            Step(new WithdrawOpposition(SharingScope.OutsideTeam), WithdrawOpposition.Decide),
            Step(new ExcludeProfessional(Nurse), ExcludeProfessional.Decide),
            Step(new ReadmitProfessional(Nurse), ReadmitProfessional.Decide),
            Step(new DesignateContact(Contact, ContactKind.Guardian, "A", "05", Today, null), DesignateContact.Decide),
            Step(new RevokeContact(Contact), RevokeContact.Decide),
            Step(new SuspendCareRecord(), SuspendCareRecord.Decide),
            Step(new ResumeCareRecord(), ResumeCareRecord.Decide),
            Step(new RestrictCareRecord(), RestrictCareRecord.Decide),
            Step(new UnrestrictCareRecord(), UnrestrictCareRecord.Decide),
            Step(new StateSituation(SituationTopic.Housing, "a"), StateSituation.Decide),
            Step(new MaskSituation(SituationTopic.Housing, Nurse), MaskSituation.Decide),
            Step(new UnmaskSituation(SituationTopic.Housing, Nurse), UnmaskSituation.Decide));

    private static Step<Record> Step<T>(T command, Func<T, Record?, CommandContext, Decision> decide)
        where T : notnull => new(command, state => decide(command, state, Specification<Record, CareRecordEvent>.Context));

    private static Record Fold(params CareRecordEvent[] facts) => facts.Aggregate((Record?)null, Record.Evolve)!;
}
