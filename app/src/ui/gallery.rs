use domain::locale::Locale;
use domain::pages::{Picture, QrCode as Code, Source};
use leptos::prelude::*;

#[allow(
    clippy::wildcard_imports,
    reason = "the gallery shows every component there is"
)]
use super::*;

/// Every component on one page, to look at while building. Only in debug builds.
#[component]
pub fn GalleryPage() -> impl IntoView {
    view! {
        <Breadcrumb items=pairs(&[("Forside", "/"), ("Værktøj", "/vaerktoej"), ("Galleri", "")]) label="Brødkrumme" />
        <PageTitle title="Galleri" lead="Alle dele på én side, så de kan ses ved siden af hinanden." />
        {texts()}
        {buttons()}
        {fields()}
        {choices()}
        {messages()}
        {cards()}
        {progress()}
        {appointment()}
        {lists()}
        {figures()}
        {paper()}
        {dialogs()}
    }
}

fn texts() -> impl IntoView {
    let html = "<h2>En overskrift</h2><p>Digital Post er breve fra det offentlige. Du læser dem på \
        <a href=\"/om\">borger.dk</a> eller i en app. <strong>Du bestemmer selv</strong>, hvad du bruger.</p>\
        <h3>En mindre overskrift</h3><ul><li>Find brevet</li><li>Læs, hvem det er fra</li></ul>\
        <ol><li>Åbn appen</li><li>Log ind med MitID</li></ol>\
        <blockquote><p>Kære Karen. Du skal svare senest 1. december.</p></blockquote>";
    view! {
        <Html html=html.to_owned() />
        <Html html="<p>En lektions tekst er lidt større: 20 punkter i stedet for 18.</p>".to_owned() class="lesson" />
        <ForeignText text="This text is only in Danish." reader=Locale::En>
            <p>"Teksten selv."</p>
        </ForeignText>
        <Note>
            <p>"En hjælper kigger væk, når du skriver din kode."</p>
        </Note>
        <SpeechBubbles items=[
            "<p>Hvad skal du finde ud af?</p>",
            "<p>Kan du vise mig, hvordan I gør det i skolen?</p>",
            "<p>Hvad ved du allerede?</p>",
        ]
            .map(str::to_owned)
            .into() />
    }
}

fn buttons() -> impl IntoView {
    view! {
        <ButtonRow>
            <SubmitButton label="Book tiden" />
            <SubmitButton label="Svar igen" kind=ButtonKind::Secondary name="svar" value="igen" />
            <LinkButton href="/" label="Spring over" kind=ButtonKind::Tertiary />
            <SubmitButton label="Meld afbud" kind=ButtonKind::Danger />
        </ButtonRow>
    }
}

fn fields() -> impl IntoView {
    view! {
        <ErrorSummary
            title="Der er noget, der skal rettes"
            errors=pairs(&[("field-tlf", "Skriv dit telefonnummer med otte cifre")])
        />
        <TextField label="Dit navn" name="navn" value="Karen Holm" autocomplete="name" />
        <TextField
            label="Telefon"
            name="tlf"
            value="99 00"
            hint="Vi bruger det kun, hvis tiden må flyttes."
            error=Some("Skriv dit telefonnummer med otte cifre".to_owned())
            input_type=InputType::Tel
        />
        <TextField label="Hvornår?" name="dag" value="2026-12-24" input_type=InputType::Date />
        <TextArea label="Tag med" name="tag-med" value="Pas\nTelefon" hint="En linje til hver ting." />
        <FileField label="Billede af opgaven" name="billede" accept="image/jpeg,image/png" hint="Højst 5 MB." />
        <NumberField
            label="Husleje"
            name="husleje"
            unit="kr."
            value="fire tusind"
            error=Signal::stored(Some("Skriv et tal, for eksempel 1.234,50.".to_owned()))
        >
            <Select
                name="hvor-tit"
                label="Hvor tit? Husleje"
                options=pairs(&[("uge", "om ugen"), ("maaned", "om måneden")])
                selected="maaned"
            />
        </NumberField>
        <NumberField
            label="Hvor længe?"
            name="maaneder"
            unit="måneder"
            value="24"
            digits=Digits::Whole
            error=Signal::stored(None::<String>)
        />
        <TextArea
            label="Hvad drejer det sig om?"
            name="note"
            hint="Skriv ikke dit CPR-nummer."
            value="Et brev, som jeg ikke forstår."
        />
        <SearchField action="/soeg" name="q" label="Hvad leder du efter?" button_label="Søg" value="digital post" />
        <FieldSet legend="Hvordan kan vi få fat i dig?" name="kontakt">
            <RevealChoice name="kontakt" value="tlf" label="Ring til mig" checked=true>
                <TextField label="Telefon" name="tlf2" input_type=InputType::Tel />
            </RevealChoice>
            <RevealChoice name="kontakt" value="mail" label="Skriv en e-mail til mig">
                <TextField label="E-mail" name="mail" input_type=InputType::Email />
            </RevealChoice>
            <RevealChoice name="kontakt" value="nej" label="I behøver ikke at kontakte mig">
                <p>"Så ses vi bare."</p>
            </RevealChoice>
        </FieldSet>
    }
}

fn choices() -> impl IntoView {
    let verdict = |correct: bool, sign: &str, text: &str| {
        Some(Verdict {
            correct,
            sign: sign.to_owned(),
            text: text.to_owned(),
        })
    };
    let choice = |value: &str, label: &str| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        ..Choice::default()
    };
    let open = vec![
        choice("a", "Fra kommunen"),
        Choice {
            checked: true,
            ..choice("b", "Fra banken")
        },
        Choice {
            hint: Some("For eksempel et firma.".to_owned()),
            ..choice("c", "Fra en, jeg ikke kender")
        },
    ];
    let answered = vec![
        Choice {
            checked: true,
            verdict: verdict(true, "Rigtigt", "Ja. Der står, hvem brevet er fra."),
            ..choice("a", "Øverst i brevet")
        },
        Choice {
            checked: true,
            verdict: verdict(false, "Ikke helt", "Prøv at se øverst i brevet igen."),
            ..choice("b", "I emnet")
        },
        choice("c", "Det står der ikke"),
    ];
    view! {
        <ChoiceGroup
            legend="Hvem er brevet fra?"
            name="hvem"
            kind=ChoiceKind::Radio
            options=open
            hint="Vælg ét svar."
            error=Some("Vælg et svar".to_owned())
        />
        <ChoiceGroup legend="Hvor kan du se det?" name="hvor[]" kind=ChoiceKind::Checkbox options=answered />
    }
}

fn messages() -> impl IntoView {
    let kinds = [
        (AlertKind::Info, "Godt at vide"),
        (AlertKind::Success, "Tiden er din"),
        (AlertKind::Warning, "Tiden er lige blevet taget"),
        (AlertKind::Error, "Det gik ikke"),
    ];
    let alerts = kinds.map(|(kind, title)| {
        view! {
            <Alert kind=kind title=title>
                <p>"Det, du har skrevet, er her stadig. Du kan prøve igen om lidt."</p>
            </Alert>
        }
    });
    view! {
        {alerts.into_iter().collect_view()}
        <Alert kind=AlertKind::Info>"En besked uden overskrift."</Alert>
    }
}

fn cards() -> impl IntoView {
    let picture = |name: &str| Picture {
        src: format!("/pictures/{name}.svg"),
        alt: String::new(),
    };
    view! {
        <div class="doors">
            <DoorCard
                title="Lær selv"
                verb_line="Korte forløb med små øvelser."
                href="/laer"
                picture="/pictures/doer-laer.svg"
                tint=Tint::Fjord
            />
            <DoorCard
                title="Hjælp med lektier"
                verb_line="Guider til dig, der har et barn i skole."
                href="/lektier"
                picture="/pictures/doer-lektier.svg"
                tint=Tint::Plum
            />
            <DoorCard
                title="Book et menneske"
                verb_line="Find en tid, hvor vi sidder sammen."
                href="/tid"
                picture="/pictures/doer-tid.svg"
                tint=Tint::Moss
            />
        </div>
        <CardGrid>
            <Card
                title="Brøker i 5. klasse"
                href="/lektier/broeker"
                text="Hvad en brøk er, og hvordan du spørger ind til den."
                picture=picture("broek-pizza")
                tint=Tint::Plum
                meta="Matematik · 5. klasse"
                lang=Locale::Da
            />
            <Card
                title="Digital Post fra begyndelsen"
                href="/laer/digital-post"
                text="Find, læs og gem et brev."
                picture=picture("brev")
                meta="6 lektioner · 35 minutter"
            />
            <Card title="Uden tegning" href="/tid/x" text="Kort og godt." tint=Tint::Moss heading=3 />
        </CardGrid>
    }
}

fn progress() -> impl IntoView {
    view! {
        <ProgressLine done=2 total=5 label="2 af 5 lektioner" />
        <ProgressLine done=5 total=5 label="Alle 5 lektioner er klaret" />
        <ProgressLine done=9 total=30 label="9 af 30 trin" />
        <StepIndicator current=3 total=5 label="Spørgsmål 3 af 5" />
    }
}

fn appointment() -> impl IntoView {
    view! {
        <DayHeading text="onsdag 25. november" />
        <ul class="time-list">
            <TimeRow href="/a" time="kl. 10.30" description="Struer Bibliotek" />
            <TimeButton name="slot" value="b" time="kl. 11" description="Struer Bibliotek" />
        </ul>
        <MonthCalendar caption="november 2026" week_label="Uge" weekdays=weekdays() weeks=vec![week()] />
        <Pagination previous=pair("Uge 47", "?uge=47") next=pair("Uge 49", "?uge=49") label="Uger" />
        <Ticket code="K7P-4MX" code_label="Din kode">
            <SummaryList items=pairs(&[
                ("Hvad", "Hjælp til MitID"),
                ("Hvornår", "onsdag 25. november kl. 10.30"),
                ("Hvor", "Struer Bibliotek, Østergade 11-15, 7600 Struer"),
            ]) />
        </Ticket>
        <SummaryList items=pairs(&[("Hjælp til", "MitID"), ("Sted", "Struer Bibliotek")]) label="Det har du valgt" />
    }
}

fn weekdays() -> Vec<(String, String)> {
    pairs(&[
        ("man", "mandag"),
        ("tir", "tirsdag"),
        ("ons", "onsdag"),
        ("tor", "torsdag"),
        ("fre", "fredag"),
        ("lør", "lørdag"),
        ("søn", "søndag"),
    ])
}

fn week() -> CalendarWeek {
    let day = |number: i32, note: &str, href: Option<&str>| {
        Some(CalendarDay {
            number: number.to_string(),
            note: note.to_owned(),
            spoken: format!("{number}. november: {note}"),
            href: href.map(str::to_owned),
        })
    };
    CalendarWeek {
        number: "48".into(),
        days: vec![
            day(23, "ingen", None),
            day(24, "1 tid", Some("#24")),
            day(25, "12 tider", Some("#25")),
            day(26, "lukket", None),
            day(27, "", None),
            None,
            None,
        ],
    }
}

fn lists() -> impl IntoView {
    let rows = [["Borger", "1.234,50 kr.", "12"], ["Barn", "84,00 kr.", "3"]];
    view! {
        <ul class="tag-list">
            <TagLink label="Alle fag" href="/lektier" selected=true />
            <TagLink label="Dansk" href="/lektier?fag=dansk" />
            <TagLink label="Matematik" href="/lektier?fag=matematik" />
        </ul>
        <p>
            <Tag text="Forløb" />
            " "
            <Tag text="Guide" />
        </p>
        <Table
            caption="Hvad det koster"
            head=["Hvem", "Pris", "Antal"].map(str::to_owned).into()
            rows=rows.map(|row| row.map(str::to_owned).into()).into()
        />
        <Accordion summary="Hvorfor spørger vi om det?">
            <p>"Fordi vi ringer, hvis tiden må flyttes."</p>
        </Accordion>
        <Accordion summary="Åben fra starten" open=true>
            <p>"Her står resten."</p>
        </Accordion>
        <Sources
            title="Kilder"
            items=vec![Source {
                title: "Digital Post, borger.dk".to_owned(),
                url: "https://www.borger.dk".to_owned(),
                checked_on: "20. november 2026".to_owned(),
            }]
            checked_label="set efter"
        />
    }
}

fn paper() -> impl IntoView {
    // The corner of a code.
    let code = Code {
        size: 9,
        path: "M1 1h7v1h-7zM1 2h1v5h-1zM7 2h1v5h-1zM1 7h7v1h-7zM3 3h3v3h-3z".to_owned(),
    };
    view! {
        <QrCode code=code alt="QR-kode, der åbner lektionen" />
        <WriteLines lines=2 />
        <PrintButton label="Print siden" />
    }
}

fn figures() -> impl IntoView {
    let part = |label: &str, value| StackedPart {
        label: label.to_owned(),
        value,
    };
    let bars = (1_i64..=10).map(|year| ChartBar {
        name: year.to_string(),
        values: vec![1_200 * year, 30 * year * year],
    });
    let lines = scale_lines(15_000, 100)
        .into_iter()
        .map(|value| (value, value.to_string()));
    let ledger = [
        ("Løn", "30.000 kr.", "Før der er trukket noget."),
        ("Skat", "−10.000 kr.", "Til det, vi er fælles om."),
        ("Udbetalt", "20.000 kr.", "Det, der kommer ind på kontoen."),
    ];
    view! {
        <StackedBar
            description="Tre dele"
            parts=vec![part("Faste udgifter", 5), part("Det daglige", 3), part("Tilbage", 2)]
            line=None
        />
        <StackedBar
            description="To dele og en grænse"
            parts=vec![part("Faste udgifter", 5), part("Det daglige", 3)]
            line=Some(part("Det kommer ind", 6))
        />
        <BarChart
            description="Opsparingen vokser"
            legend=["Sat ind", "Renter"].map(str::to_owned).into()
            bars=bars.collect()
            lines=lines.collect()
            across="År"
            reference=Some((10_000, "Målet".to_owned()))
        />
        <Ledger
            title="En lønseddel"
            lines=ledger
                .map(|(name, amount, note)| LedgerLine {
                    name: name.to_owned(),
                    amount: amount.to_owned(),
                    note: note.to_owned(),
                })
                .into()
        />
    }
}

fn dialogs() -> impl IntoView {
    view! {
        <ButtonRow>
            <ModalButton modal_id="spoergsmaal" label="Åbn vinduet" />
        </ButtonRow>
        <Modal id="spoergsmaal" title="Vil du gemme det?" close_label="Luk">
            <p>"Du kan altid komme tilbage."</p>
        </Modal>
        <LanguageSwitch
            label="Sprog"
            items=[("Dansk", "da", true), ("English", "en", false), ("العربية", "ar", false)]
                .map(|(name, tag, current)| LanguageLink {
                    name: name.to_owned(),
                    tag: tag.to_owned(),
                    href: format!("/{tag}"),
                    current,
                })
                .into()
        />
        <p>
            <Mark />
        </p>
    }
}

fn pair(label: &str, href: &str) -> (String, String) {
    (label.to_owned(), href.to_owned())
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(first, second)| pair(first, second)).collect()
}
