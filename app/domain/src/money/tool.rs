//! Which tools there are.

/// One of the money tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tool {
    /// What comes in, what goes out, and what is left.
    Budget,
    /// From gross pay to what reaches the account.
    Payslip,
    /// What a loan costs.
    Loan,
    /// How savings grow.
    Saving,
    /// What small fixed payments come to.
    Subscriptions,
}

impl Tool {
    /// Every tool, in the order they are shown.
    pub const ALL: [Self; 5] = [
        Self::Budget,
        Self::Payslip,
        Self::Loan,
        Self::Saving,
        Self::Subscriptions,
    ];

    /// The word in lessons: `tool = "budget"`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Budget => "budget",
            Self::Payslip => "payslip",
            Self::Loan => "loan",
            Self::Saving => "saving",
            Self::Subscriptions => "subscriptions",
        }
    }

    /// The tool of a word in a lesson.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tool| tool.as_str() == text)
    }

    /// The address of its page, without the language's prefix.
    pub fn path(self) -> &'static str {
        match self {
            Self::Budget => "/penge/budget",
            Self::Payslip => "/penge/loenseddel",
            Self::Loan => "/penge/laan",
            Self::Saving => "/penge/opsparing",
            Self::Subscriptions => "/penge/abonnementer",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_is_found_by_its_word() {
        for tool in Tool::ALL {
            assert_eq!(Tool::parse(tool.as_str()), Some(tool));
            assert!(tool.path().starts_with("/penge/"));
        }
        assert_eq!(Tool::parse("Budget"), None);
    }
}
