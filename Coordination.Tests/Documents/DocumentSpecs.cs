using Coordination.Domain.CareRecord;
using Coordination.Domain.Documents;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;

namespace Coordination.Tests.Documents;

public sealed class DocumentSpecs
{
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly Guid Newer = new("d0000000-0000-4000-8000-000000000002");
    private static readonly DateOnly Today = Specification<Document, DocumentEvent>.Context.Today;
    private static readonly DepositDocument Deposit = new(Person, DocumentKind.Letter, DataClass.Clinical, " Courrier ", Today, MediaType.Pdf, 12, "aa", null);
    private static readonly DocumentDeposited Deposited = new(Person, DocumentKind.Letter, DataClass.Clinical, Protected<string>.Of(Person, "Courrier"), Today, MediaType.Pdf, 12, "aa", null);
    private static readonly DocumentWithdrawn Withdrawn = new(Person, Protected<string>.Of(Person, "erreur"));

    private readonly Specification<Document, DocumentEvent> _spec = new(Document.Evolve);

    [Fact]
    public void Given_nothing_When_deposited_Then_deposited() => _spec.When(Deposit, DepositDocument.Decide).Then(Deposited);

    [Fact]
    public void Given_a_day_to_come_When_deposited_Then_refused() =>
        _spec.When(Deposit with { DatedOn = Today.AddDays(1) }, DepositDocument.Decide).ThenRefused(new InvalidCommand("datedOn", "NOT_IN_FUTURE"));

    [Fact]
    public void Given_a_document_When_sent_again_Then_nothing() => _spec.Given(Deposited).When(Deposit, DepositDocument.Decide).ThenNothing();

    [Fact]
    public void Given_a_document_When_another_content_has_its_id_Then_refused() =>
        _spec.Given(Deposited).When(Deposit with { Sha256 = "bb" }, DepositDocument.Decide).ThenRefused(new InvalidCommand("commandId", "ALREADY_USED"));

    [Fact]
    public void Given_a_document_When_replaced_Then_out_of_use_once()
    {
        _spec.Given(Deposited).When(new ReplaceDocument(Person, Newer), ReplaceDocument.Decide).Then(new DocumentReplaced(Person, Newer));
        new Specification<Document, DocumentEvent>(Document.Evolve).Given(Deposited, new DocumentReplaced(Person, Newer)).When(new ReplaceDocument(Person, Newer), ReplaceDocument.Decide).ThenNothing();
        new Specification<Document, DocumentEvent>(Document.Evolve).Given(Deposited, new DocumentReplaced(Person, Newer))
            .When(new ReplaceDocument(Person, Guid.NewGuid()), ReplaceDocument.Decide).ThenRefused(new DocumentNotCurrent());
    }

    [Fact]
    public void Given_a_document_of_somebody_else_When_replaced_Then_refused() =>
        _spec.Given(Deposited).When(new ReplaceDocument(new(Guid.NewGuid()), Newer), ReplaceDocument.Decide).ThenRefused(new DocumentOfAnotherPerson());

    [Fact]
    public void Given_no_document_When_replaced_or_taken_back_Then_refused()
    {
        _spec.When(new ReplaceDocument(Person, Newer), ReplaceDocument.Decide).ThenRefused(new DocumentNotFound());
        _spec.When(new WithdrawDocument("r"), WithdrawDocument.Decide).ThenRefused(new DocumentNotFound());
    }

    [Fact]
    public void Given_a_document_When_taken_back_Then_once_and_never_after_it_was_replaced()
    {
        _spec.Given(Deposited).When(new WithdrawDocument("erreur"), WithdrawDocument.Decide).Then(Withdrawn);
        new Specification<Document, DocumentEvent>(Document.Evolve).Given(Deposited, Withdrawn).When(new WithdrawDocument("x"), WithdrawDocument.Decide).ThenNothing();
        new Specification<Document, DocumentEvent>(Document.Evolve).Given(Deposited, new DocumentReplaced(Person, Newer))
            .When(new WithdrawDocument("x"), WithdrawDocument.Decide).ThenRefused(new DocumentNotCurrent());
    }
}
