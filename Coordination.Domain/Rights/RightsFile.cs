using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Rights;

/// <summary>A person's benefits, protective measures and requests for pieces: one stream per person and territory.</summary>
public sealed record RightsFile(PersonId Person, ImmutableArray<Benefit> Benefits, ImmutableArray<ProtectiveMeasure> Measures, ImmutableArray<PieceRequest> Requests)
{
    private static readonly Guid Space = new("0b7f6a0e-9a1e-4d0c-8d0a-7a4f3b6c2d91");

    /// <summary>The id of a person's stream.</summary>
    public static Guid IdOf(TerritoryId territory, PersonId person) => DeterministicGuid.V5(Space, $"{territory.Value}|{person.Value}");

    /// <summary>The benefit of this id; null when there is none.</summary>
    public Benefit? Benefit(Guid id) => Benefits.FirstOrDefault(b => b.Id == id);

    /// <summary>The measure of this id; null when there is none.</summary>
    public ProtectiveMeasure? Measure(Guid id) => Measures.FirstOrDefault(m => m.Id == id);

    /// <summary>The request of this id; null when there is none.</summary>
    public PieceRequest? Request(Guid id) => Requests.FirstOrDefault(r => r.Id == id);

    /// <summary>Equal when everything in it is.</summary>
    public bool Equals(RightsFile? other) => other is not null && Person == other.Person
        && Benefits.SequenceEqual(other.Benefits) && Measures.SequenceEqual(other.Measures) && Requests.SequenceEqual(other.Requests);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Person, Benefits.Length, Measures.Length, Requests.Length);

    /// <summary>The file after one more fact.</summary>
    public static RightsFile Evolve(RightsFile? state, RightsEvent fact)
    {
        var file = state ?? new(fact.Person, [], [], []);
        return fact switch
        {
            BenefitRecorded e => file with { Benefits = file.Benefits.Add(new(e.BenefitId, e.Kind, e.State, e.From, e.Until, e.Reference)) },
            BenefitChanged e => file.With(file.Benefit(e.BenefitId)! with { State = e.State, From = e.From, Until = e.Until, Reference = e.Reference ?? file.Benefit(e.BenefitId)!.Reference }),
            BenefitRenewed e => file.With(file.Benefit(e.BenefitId)! with { State = BenefitState.Renewed, Until = e.Until }),
            MeasureRecorded e => file with { Measures = file.Measures.Add(new(e.MeasureId, e.Kind, e.Scope, new(e.Structure, e.Name), e.DecidedOn, e.Until, null)) },
            RepresentativeChanged e => file.With(file.Measure(e.MeasureId)! with { By = new(e.Structure, e.Name) }),
            MeasureRenewed e => file.With(file.Measure(e.MeasureId)! with { DecidedOn = e.DecidedOn, Until = e.Until }),
            MeasureEnded e => file.With(file.Measure(e.MeasureId)! with { EndedOn = e.On }),
            PiecesRequested e => file with { Requests = file.Requests.Add(new(e.RequestId, e.For, [.. e.Pieces.Select(p => new Piece(p, PieceState.Requested, e.Due, e.On, null))], null)) },
            PiecesReminded e => file.With(file.Request(e.RequestId)! with { RemindedOn = e.On }),
            PieceReceived e => file.With(e.RequestId, e.Piece, p => p with { State = PieceState.Received, Refusal = null }),
            PieceAccepted e => file.With(e.RequestId, e.Piece, p => p with { State = PieceState.Accepted }),
            PieceRefused e => file.With(e.RequestId, e.Piece, p => p with { State = PieceState.Refused, Refusal = e.Reason, Due = e.Due, Since = e.On }),
            _ => throw new UnreachableException(fact.GetType().Name),
        };
    }

    private RightsFile With(Benefit benefit) => this with { Benefits = [.. Benefits.Select(b => b.Id == benefit.Id ? benefit : b)] };

    private RightsFile With(ProtectiveMeasure measure) => this with { Measures = [.. Measures.Select(m => m.Id == measure.Id ? measure : m)] };

    private RightsFile With(PieceRequest request) => this with { Requests = [.. Requests.Select(r => r.Id == request.Id ? request : r)] };

    private RightsFile With(Guid request, PieceKind kind, Func<Piece, Piece> change) => With(Request(request)!.With(change(Request(request)!.Find(kind)!)));
}
