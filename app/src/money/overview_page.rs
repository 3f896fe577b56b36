use domain::money::Tool;
use domain::pages::Picture;
use leptos::prelude::*;

use crate::texts::{Texts, use_texts};
use crate::ui::{Breadcrumb, Card, CardGrid, PageTitle, Tint};

/// The five tools.
pub(super) fn money_page() -> impl IntoView {
    let texts = use_texts();
    let cards = Tool::ALL.map(|tool| {
        let picture = Picture {
            src: tool_picture(tool).to_owned(),
            alt: String::new(),
        };
        view! {
            <Card
                title=tool_title(texts, tool)
                href=texts.path(tool.path())
                text=tool_line(texts, tool)
                picture=picture
                tint=Tint::Moss
            />
        }
    });
    view! {
        <Breadcrumb
            items=vec![(texts.nav_home().to_owned(), texts.path("/"))]
            label=texts.nav_breadcrumb()
            tint=Tint::Moss
        />
        <PageTitle title=texts.money_title() lead=texts.money_lead() />
        <CardGrid>{cards.into_iter().collect_view()}</CardGrid>
    }
}

/// What a tool is called.
pub fn tool_title(texts: Texts, tool: Tool) -> &'static str {
    match tool {
        Tool::Budget => texts.budget_title(),
        Tool::Payslip => texts.payslip_title(),
        Tool::Loan => texts.loan_title(),
        Tool::Saving => texts.saving_title(),
        Tool::Subscriptions => texts.subscriptions_title(),
    }
}

/// What a tool shows, in a sentence.
pub fn tool_line(texts: Texts, tool: Tool) -> &'static str {
    match tool {
        Tool::Budget => texts.budget_line(),
        Tool::Payslip => texts.payslip_line(),
        Tool::Loan => texts.loan_line(),
        Tool::Saving => texts.saving_line(),
        Tool::Subscriptions => texts.subscriptions_line(),
    }
}

fn tool_picture(tool: Tool) -> &'static str {
    match tool {
        Tool::Budget => "/pictures/penge-budget.svg",
        Tool::Payslip => "/pictures/penge-loenseddel.svg",
        Tool::Loan => "/pictures/penge-laan.svg",
        Tool::Saving => "/pictures/penge-opsparing.svg",
        Tool::Subscriptions => "/pictures/penge-abonnementer.svg",
    }
}
