import { Children, Fragment, isValidElement, type ReactNode } from 'react'

/** Several things with 、 between them. The mark is text behind each, outside of its link: no line may begin with it. */
export const Listed = ({ children }: { children: ReactNode }) => {
  const all = Children.toArray(children)
  return all.map((one, at) => (
    <Fragment key={isValidElement(one) ? one.key : at}>
      {one}
      {at < all.length - 1 && '、'}
    </Fragment>
  ))
}
