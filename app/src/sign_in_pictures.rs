//! The pictures that the youngest sign in with.

use domain::classroom::SignInPicture;
use leptos::prelude::*;

use crate::texts::Texts;

/// A picture. What it shows stands beside it in words.
#[component]
pub fn PictureImage(picture: SignInPicture) -> impl IntoView {
    let src = format!("/pictures/tegn-{}.svg", picture.as_str());
    view! { <img class="sign-in-picture" src=src alt="" width="96" height="96" /> }
}

/// What a picture is called.
pub fn picture_name(texts: Texts, picture: SignInPicture) -> &'static str {
    match picture {
        SignInPicture::Sun => texts.picture_sun(),
        SignInPicture::Fish => texts.picture_fish(),
        SignInPicture::House => texts.picture_house(),
        SignInPicture::Flower => texts.picture_flower(),
        SignInPicture::Ball => texts.picture_ball(),
        SignInPicture::Star => texts.picture_star(),
        SignInPicture::Boat => texts.picture_boat(),
        SignInPicture::Key => texts.picture_key(),
        SignInPicture::Apple => texts.picture_apple(),
        SignInPicture::Car => texts.picture_car(),
        SignInPicture::Heart => texts.picture_heart(),
        SignInPicture::Tree => texts.picture_tree(),
        SignInPicture::Cup => texts.picture_cup(),
        SignInPicture::Moon => texts.picture_moon(),
        SignInPicture::Umbrella => texts.picture_umbrella(),
        SignInPicture::Cloud => texts.picture_cloud(),
        SignInPicture::Bell => texts.picture_bell(),
        SignInPicture::Hat => texts.picture_hat(),
        SignInPicture::Kite => texts.picture_kite(),
        SignInPicture::Ladder => texts.picture_ladder(),
    }
}

/// What stands on a card: the pictures, or the words as they are typed.
#[component]
pub fn CardCode(
    /// `sol-fisk-bil` or `kanel-aborre`.
    code: String,
    texts: Texts,
) -> impl IntoView {
    let pictures: Vec<_> = code.split('-').filter_map(SignInPicture::parse).collect();
    if pictures.len() < 3 {
        return view! { <p class="ticket__code" translate="no" dir="ltr">{code.replace('-', " ")}</p> }
            .into_any();
    }
    let pictures = pictures.into_iter().map(|picture| {
        view! {
            <li>
                <PictureImage picture=picture />
                <span>{picture_name(texts, picture)}</span>
            </li>
        }
    });
    view! { <ol class="card-pictures">{pictures.collect_view()}</ol> }.into_any()
}
